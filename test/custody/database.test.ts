import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import {
  createDatabase,
  type Migration,
  openReading,
  openToExamine,
  openWriting,
  schemaVersion,
  scratchDatabase,
} from '../../src/custody/database.ts';
import { ledgerFolder } from '../support/tamper-ledger.ts';

function made(t: Test): string {
  const path = join(ledgerFolder(t), 'station.db');
  createDatabase(path).close();
  return path;
}

const openers = { openWriting, openReading, openToExamine } as const;

t.test('a missing database is refused and never created', async (t) => {
  const folder = ledgerFolder(t);
  mkdirSync(join(folder, 'in-its-place'));
  for (const [name, open] of Object.entries(openers)) {
    for (const path of ['station.db', 'no/such/folder/station.db', 'in-its-place']) {
      t.throws(() => open(join(folder, path)), { code: 'custody.database_missing' }, `${name} ${path}`);
    }
  }
  t.same(readdirSync(folder), ['in-its-place'], 'nothing was made');
});

t.test('a database that is emptied is a loss, not a beginning', async (t) => {
  for (const open of [openWriting, openReading]) {
    const path = made(t);
    truncateSync(path, 0);
    t.throws(() => open(path), { code: 'custody.database_damaged', params: { found: 'schema 0' } });
    t.equal(readFileSync(path).length, 0, 'and nothing is made of it');
  }
});

t.test('a damaged database is refused as it stands', async (t) => {
  for (const [name, open] of Object.entries(openers)) {
    const path = made(t);
    writeFileSync(path, 'rubbish '.repeat(2_000));
    t.throws(() => open(path), { code: 'custody.database_damaged' }, `${name}: rubbish`);
    const cut = made(t);
    truncateSync(cut, 8_192);
    t.throws(() => open(cut), { code: 'custody.database_damaged' }, `${name}: cut short`);
    t.equal(readFileSync(cut).length, 8_192);
  }
});

t.test('a database of a newer program is refused untouched', async (t) => {
  const path = made(t);
  const db = new Database(path);
  db.pragma(`user_version = ${schemaVersion + 1}`);
  db.close();
  const newer = {
    code: 'custody.database_newer',
    params: { version: schemaVersion + 1, known: schemaVersion },
  };
  t.throws(() => openWriting(path), newer);
  t.throws(() => openReading(path), newer);
  t.same(
    readdirSync(join(path, '..')).filter((name) => name.includes('migration')),
    [],
  );
});

t.test('the writer has what a power cut needs', async (t) => {
  const db = openWriting(made(t));
  t.equal(db.pragma('journal_mode', { simple: true }), 'wal');
  t.equal(db.pragma('synchronous', { simple: true }), 2);
  t.equal(db.pragma('user_version', { simple: true }), schemaVersion);
  db.close();
});

t.test('a reader cannot write', async (t) => {
  const db = openReading(made(t));
  t.throws(() => db.exec('DELETE FROM view_entry'), { code: 'SQLITE_READONLY' });
  t.equal(
    db.pragma('mmap_size', { simple: true }),
    0,
    'a page that cannot be read must not kill the process',
  );
  db.close();
});

t.test('creating is repeated without harm, as after a crash of init', async (t) => {
  const path = join(ledgerFolder(t), 'station.db');
  new Database(path).close();
  createDatabase(path).close();
  const db = createDatabase(path);
  db.exec(`INSERT INTO work_published VALUES ('ledger', 5)`);
  db.close();
  const again = createDatabase(path);
  t.equal(again.prepare('SELECT value FROM work_published').pluck().get(), 5);
  again.close();
});

const [first, second, third]: readonly Migration[] = [
  { version: 1, sql: 'CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);' },
  { version: 2, sql: 'ALTER TABLE a ADD COLUMN y TEXT; UPDATE a SET y = x;' },
  { version: 3, sql: 'CREATE TABLE b (z INTEGER) STRICT;' },
];

t.test('an older database is backed up, then brought up to date step by step', async (t) => {
  if (first === undefined || second === undefined || third === undefined) throw new RangeError();
  const folder = join(ledgerFolder(t), "the clerk's");
  mkdirSync(folder);
  const path = join(folder, 'station.db');
  const old = createDatabase(path, [first]);
  old.exec('INSERT INTO a VALUES (7)');
  old.close();
  const db = openWriting(path, [first, second, third]);
  t.equal(db.pragma('user_version', { simple: true }), 3);
  t.same(db.prepare('SELECT x, y FROM a').raw().all(), [
    [1, '1'],
    [7, '7'],
  ]);
  db.close();
  const [backup = '', ...more] = readdirSync(folder).filter((name) =>
    name.includes('.before-migration-from-1.'),
  );
  t.same(more, []);
  const kept = new Database(join(folder, backup), { readonly: true });
  t.equal(kept.pragma('user_version', { simple: true }), 1);
  t.same(kept.prepare('SELECT * FROM a').raw().all(), [[1], [7]], 'the backup is the ledger as it was');
  kept.close();
  openWriting(path, [first, second, third]).close();
  t.equal(
    readdirSync(folder).filter((name) => name.includes('.before-migration')).length,
    1,
    'once is enough',
  );
});

t.test('a migration that fails changes nothing, and the backup is there', async (t) => {
  if (first === undefined || second === undefined) throw new RangeError();
  const path = join(ledgerFolder(t), 'station.db');
  createDatabase(path, [first]).close();
  const broken: Migration = {
    version: 3,
    sql: 'CREATE TABLE b (z INTEGER); INSERT INTO nowhere VALUES (1);',
  };
  t.throws(() => openWriting(path, [first, second, broken]), { code: 'custody.database_damaged' });
  const db = new Database(path, { readonly: true });
  t.equal(db.pragma('user_version', { simple: true }), 1);
  t.same(db.prepare('SELECT * FROM a').raw().all(), [[1]]);
  db.close();
  t.ok(readdirSync(join(path, '..')).some((name) => name.includes('.before-migration-from-1.')));
});

t.test('a reader of an older database says who brings it up to date', async (t) => {
  const path = join(ledgerFolder(t), 'station.db');
  createDatabase(path, [{ version: 1, sql: 'CREATE TABLE a (x INTEGER)' }]).close();
  const older = openReadingAsIf(path, 2);
  t.match(older, { code: 'custody.database_older', params: { version: 1, known: 2 } });
});

/** The shipped schema has one version so far: its reader is asked with another one in mind. */
function openReadingAsIf(path: string, known: number): unknown {
  try {
    openReading(path, known).close();
    return null;
  } catch (error) {
    return error;
  }
}

t.test('a scratch database has the same tables and no file', async (t) => {
  const db = scratchDatabase();
  const path = made(t);
  const real = openReading(path);
  const tables = 'SELECT type, name, sql FROM sqlite_schema ORDER BY name';
  t.same(db.prepare(tables).all(), real.prepare(tables).all());
  t.equal(db.name, '');
  t.ok(existsSync(path));
  real.close();
  db.close();
  rmSync(path);
});
