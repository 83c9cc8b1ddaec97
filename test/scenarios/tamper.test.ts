import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { runDocket } from '../support/run-docket.ts';
import type { TamperCase } from '../support/tamper-case.ts';
import { fileCases } from '../support/tamper-file-cases.ts';
import { keyCases } from '../support/tamper-key-cases.ts';
import { checkpointCases, entryCases, personalCases, treeCases } from '../support/tamper-ledger-cases.ts';
import {
  copyOf,
  dock,
  found,
  initialised,
  life,
  livedIn,
  removeCopy,
  type SpoilableStation,
  tamperFolder,
  tinyRecordings,
  verified,
  working,
} from '../support/tamper-station.ts';
import { stagedCases, vaultCases } from '../support/tamper-vault-cases.ts';
import { viewCases } from '../support/tamper-views.ts';

/**
 * Everything that can be done to a station behind its back, one deed at a time on a copy of it, and what `docket verify`
 * says of each. The counts at the end are found over tried.
 */
const folder = tamperFolder(t);
const station = await livedIn(folder);
/** Where the database and the keys are spoilt; restored after each deed, its vault is never touched. */
const bench = copyOf(station, folder, 'bench');
const tally = { tried: 0, found: 0 };

t.teardown(() => t.comment(`tamper campaign: ${tally.found} of ${tally.tried} found`));

function restoreBench(): void {
  const { places } = bench;
  for (const leftover of ['', '-wal', '-shm']) rmSync(`${places.database}${leftover}`, { force: true });
  rmSync(places.keys, { recursive: true });
  cpSync(station.places.database, places.database);
  cpSync(station.places.keys, places.keys, { recursive: true, preserveTimestamps: true });
}

function fits(damage: readonly string[], { expected, maybe = [] }: TamperCase): boolean {
  const told = damage.filter((one, i) => i === 0 || !maybe.includes(Number(one.slice(0, 2))));
  return (
    told.length === expected.length &&
    expected.every((one, i) => (typeof one === 'string' ? one === told[i] : one.test(told[i] ?? '')))
  );
}

/** Each deed must be found by its code with the first damaged place named, and nothing else be blamed for it. */
async function tryEach(
  t: Test,
  cases: readonly TamperCase[],
  spoilt: (deed: TamperCase) => Promise<readonly string[]>,
): Promise<void> {
  for (const one of cases) {
    const damage = await spoilt(one);
    tally.tried += 1;
    if (damage.length > 0) tally.found += 1;
    t.ok(fits(damage, one), one.what, { found: damage, expected: one.expected.map(String) });
  }
}

const onBench =
  (depth: 'sample' | 'none') =>
  async (one: TamperCase): Promise<readonly string[]> => {
    restoreBench();
    one.spoil(bench);
    return await found(bench, { vault: depth });
  };

let copies = 0;
async function onCopy(one: TamperCase): Promise<readonly string[]> {
  const copy = copyOf(station, folder, `copy-${++copies}`);
  try {
    one.spoil(copy);
    return await found(copy);
  } finally {
    await removeCopy(copy);
  }
}

t.test('a station that nobody touched proves sound', async (t) => {
  const { damage, size, unsigned, originals, checkpoints, logObjects } = await verified(station);
  t.same(damage, []);
  t.equal(size, life.size);
  t.equal(unsigned, 0, 'a station that closed has signed everything');
  t.same(originals, { looked: 162, reread: 162, disposed: 0 });
  t.equal(checkpoints, 10, 'five, in the database and in the vault');
  t.ok(logObjects > checkpoints);
});

t.test('whatever is done to an entry is found', (t) => tryEach(t, entryCases, onBench('sample')));
t.test('whatever is done to the tree is found', (t) => tryEach(t, treeCases, onBench('sample')));
t.test('whatever is done to a signed head is found', (t) => tryEach(t, checkpointCases, onBench('sample')));
t.test('whatever is done to a personal value is found', (t) => tryEach(t, personalCases, onBench('sample')));
t.test('whatever is done to the keys is found, also with a key in hand', (t) =>
  tryEach(t, keyCases, onBench('sample')),
);
t.test('whatever is done to the database file is found', (t) => tryEach(t, fileCases, onBench('sample')));
t.test('whatever is done to what is staged is found', (t) => tryEach(t, stagedCases, onCopy));
t.test('whatever is done to the vault is found', (t) => tryEach(t, vaultCases, onCopy));

t.test('every column and row of the catalogue is held against the ledger', async (t) => {
  const db = new Database(station.places.database, { readonly: true });
  const cases = viewCases(db);
  db.close();
  t.ok(cases.length > 100);
  await tryEach(t, cases, onBench('none'));
});

/** The same small numbers on every machine. */
function* seeded(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** Everything the database says, but for the queues of what is under way, which are no evidence. */
function contentOf({ places }: SpoilableStation): string {
  const db = new Database(places.database, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'work!_%' ESCAPE '!' ORDER BY name`,
      )
      .pluck()
      .all();
    const rows = tables.map((table) => db.prepare(`SELECT * FROM ${table}`).raw().all());
    const schema = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').raw().all();
    return JSON.stringify([db.pragma('user_version'), schema, rows, db.pragma('integrity_check')]);
  } finally {
    db.close();
  }
}

t.test('a bit turned anywhere in the database is found, or it means nothing', async (t) => {
  const sound = contentOf(station);
  const bytes = readFileSync(station.places.database);
  const random = seeded(20260902);
  const next = (below: number): number => Math.floor((random.next().value ?? 0) * below);
  let meaningless = 0;
  for (let flip = 0; flip < 100; flip++) {
    const [at, bit] = [next(bytes.length), next(8)];
    restoreBench();
    const spoilt = Buffer.from(bytes);
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << bit);
    writeFileSync(bench.places.database, spoilt);
    const damage = await found(bench, { vault: 'none' });
    const touched = damage.length > 0 || contentOf(bench) !== sound;
    if (!touched) {
      meaningless += 1;
      continue;
    }
    tally.tried += 1;
    if (damage.length > 0) tally.found += 1;
    t.match(damage[0], /^1[0-6] /, `bit ${bit} of byte ${at}`, { damage });
  }
  t.ok(meaningless < 100, 'some of them hit something');
  t.comment(`${100 - meaningless} flips hit something, ${meaningless} hit unused bytes`);
});

t.test('what a killed daemon had only in its journal is missed when the journal is gone', async (t) => {
  const made = await initialised(join(mkdirIn('wal')));
  const noted = await working(made, async (open, dockings) => {
    await dock(dockings, join(folder, 'wal', 'card'), '1111111', tinyRecordings('1111111', 3));
    // As the disk stands at this moment, were the machine to lose power.
    const killed = copyOf(made, join(folder, 'wal'), 'killed');
    const bare = copyOf(made, join(folder, 'wal'), 'bare');
    rmSync(`${bare.places.database}-wal`);
    rmSync(`${bare.places.database}-shm`, { force: true });
    t.same(await found(killed), [], 'with its journal nothing is missing');
    const [first] = await found(bare);
    t.match(first, /^1[0-2] /, 'without it entries are');
    tally.tried += 1;
    tally.found += first === undefined ? 0 : 1;
    return await open.checkpoint();
  });
  t.ok(noted);
});

function mkdirIn(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

t.test('a data folder put back to an older copy is found with a checkpoint kept elsewhere', async (t) => {
  const home = mkdirIn('rollback');
  const made = await initialised(home);
  await working(made, async (_open, dockings) => {
    await dock(dockings, join(home, 'card-1'), '1111111', tinyRecordings('1111111', 5));
  });
  const older = copyOf(made, home, 'older');
  const kept = await working(made, async (open, dockings) => {
    await dock(dockings, join(home, 'card-2'), '2222222', tinyRecordings('2222222', 5));
    return await open.checkpoint();
  });
  const checkpoint = { file: '/elsewhere/checkpoint', note: Buffer.from(kept?.note ?? '') };
  t.same(await found(made, { checkpoint }), [], 'the ledger that signed it goes on from it');
  t.same(await found(older), [], 'nothing within shows that it is an older copy');
  t.same(await found(older, { checkpoint }), ['12 /elsewhere/checkpoint']);

  await working(older, async (_open, dockings) => {
    await dock(dockings, join(home, 'card-3'), '3333333', tinyRecordings('3333333', 12));
  });
  const grown = await verified(older, { checkpoint });
  t.ok(grown.size > (kept?.size ?? 0), 'it grew past the checkpoint');
  t.same(
    grown.damage.map(({ code, place }) => `${code} ${place}`),
    ['12 /elsewhere/checkpoint'],
  );
  tally.tried += 2;
  tally.found += 2;
});

t.test('put back beside a vault that was not, the vault itself shows it', async (t) => {
  const home = mkdirIn('vault-apart');
  const made = await initialised(home, join(home, 'vault'));
  await working(made, async (_open, dockings) => {
    await dock(dockings, join(home, 'card-1'), '1111111', tinyRecordings('1111111', 5));
  });
  const older = copyOf(made, home, 'older');
  await working(made, async (_open, dockings) => {
    await dock(dockings, join(home, 'card-2'), '2222222', tinyRecordings('2222222', 5));
  });
  const [first] = await found(older, { vault: 'none' });
  t.match(first, /^12 log\/checkpoint\//, 'the vault has signed heads of more entries');
  const [again] = await found(older);
  t.match(again, /^12 log\/checkpoint\//);
  await working(older, async (_open, dockings) => {
    await dock(dockings, join(home, 'card-3'), '3333333', tinyRecordings('3333333', 12));
  });
  const [regrown] = await found(older);
  t.match(regrown, /^12 entry \d+$/, 'and the entry from which on the vault has others');
  tally.tried += 2;
  tally.found += 2;
});

t.test('verified while recordings come in, a station is sound at every moment', async (t) => {
  const home = mkdirIn('beside');
  const made = await initialised(home);
  await working(made, async (open, dockings) => {
    let coming = 2;
    const cards = ['1111111', '2222222'].map(async (device) => {
      await dock(dockings, join(home, device), device, tinyRecordings(device, 40));
      coming -= 1;
    });
    do {
      t.same(await found(made), []);
      await open.checkpoint();
    } while (coming > 0);
    await Promise.all(cards);
  });
  t.same(await found(made), []);
});

t.test('a forged or foreign checkpoint from elsewhere is told as such', async (t) => {
  const forged = { file: 'kept', note: Buffer.from('docket\n5\nrubbish\n') };
  t.same(await found(station, { vault: 'none', checkpoint: forged }), ['13 kept']);
});

t.test('the command ends with the lowest code and tells every kind of damage', async (t) => {
  restoreBench();
  const [, , key] = keyCases;
  const entry = entryCases.find(({ what }) => what === 'a bit of the hash of entry 0');
  entry?.spoil(bench);
  key?.spoil(bench);
  const common = ['--config', join(folder, 'config.yaml'), '--data', bench.folder];
  const ran = await runDocket(['verify', '--json', ...common]);
  t.equal(ran.code, 10);
  t.match(ran.json, { ok: false, damage: [{ code: 10, place: 'entry 0' }, { code: 13 }] });
  const told = await runDocket(['verify', ...common], { env: { DOCKET_LANG: 'zh' } });
  t.equal(told.code, 10);
  t.match(told.stdout, /^已损坏。发现 2 类损坏：\n {2}10 条目被篡改：entry 0\n/);
  restoreBench();
  const kept = join(folder, 'kept-checkpoint');
  writeFileSync(kept, noteOf(station));
  const sound = await runDocket(['verify', '--json', '--checkpoint', kept, ...common]);
  t.equal(sound.code, 0);
  t.match(sound.json, { ok: true, size: life.size });
  for (const wrong of [
    ['--checkpoint', join(folder, 'nowhere')],
    ['--vault', 'all'],
  ]) {
    const usage = await runDocket(['verify', '--json', ...wrong, ...common]);
    t.equal(usage.code, 2, wrong.join(' '));
  }
});

function noteOf({ places }: SpoilableStation): string {
  const db = new Database(places.database, { readonly: true });
  try {
    return (
      db.prepare<[], string>('SELECT note FROM ledger_checkpoint ORDER BY size DESC').pluck().get() ?? ''
    );
  } finally {
    db.close();
  }
}
