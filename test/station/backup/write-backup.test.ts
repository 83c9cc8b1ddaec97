import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { openCheckpoint } from '../../../src/custody/checkpoint.ts';
import { ledgerSize, loadTree } from '../../../src/custody/ledger-tiles.ts';
import { parseVkey } from '../../../src/custody/vkey.ts';
import { openManifest } from '../../../src/station/backup/manifest.ts';
import { writeBackup } from '../../../src/station/backup/write-backup.ts';
import { readStationFile } from '../../../src/station/data-folder.ts';
import { verifyStation } from '../../../src/station/verify.ts';
import {
  apart,
  append,
  at,
  backedUpStation,
  backUp,
  filesOf,
  restore,
  wishOf,
} from '../../support/backups.ts';

t.test('a backup opens with any age and any tar, and says what is in it', async (t) => {
  const made = await backedUpStation(t);
  await at(made, (station) => append(station, 0, 5));
  const file = await backUp(made);
  t.match(filesOf(made), [/^docket-ST01-[0-9a-f]{8}-20261122T021500Z\.tar\.age$/]);
  const folder = apart(made, file);
  const vkey = readFileSync(join(folder, 'station.vkey'), 'utf8').trim();
  const manifest = openManifest(file, readFileSync(join(folder, 'manifest.txt')), vkey);
  for (const [name, { bytes, sha256 }] of Object.entries(manifest.files)) {
    const content = readFileSync(join(folder, name));
    t.equal(content.length, bytes, name);
    t.equal(createHash('sha256').update(content).digest('hex'), sha256, name);
  }
  t.same(readFileSync(join(folder, 'station.key')), readFileSync(made.places.key));
  t.same(readFileSync(join(folder, 'ingest.config.yaml')), readFileSync(made.configFile));
  const db = new Database(join(folder, 'station.db'), { readonly: true });
  t.equal(ledgerSize(db), manifest.ledger.size);
  t.equal(Buffer.from(loadTree(db).root()).toString('hex'), manifest.ledger.root);
  db.close();
  const { size } = openCheckpoint(
    readFileSync(join(folder, 'checkpoint')),
    [parseVkey(vkey)],
    manifest.origin,
  );
  t.equal(size, manifest.ledger.size, 'a head that can be kept elsewhere');
});

t.test('nothing of it can be read without the secret key, not even a name', async (t) => {
  const made = await backedUpStation(t);
  await at(made, (station) => append(station, 0, 50));
  const bytes = readFileSync(await backUp(made));
  for (const word of ['张三', 'PRIVATE KEY', 'SQLite', 'station.db']) t.notOk(bytes.includes(word), word);
  t.ok(readFileSync(made.places.database).includes('张三'));
});

t.test('a backup taken while a thousand entries are appended is the ledger of one moment', async (t) => {
  const made = await backedUpStation(t);
  const backup = await at(made, async (station) => {
    await append(station, 0, 20);
    let written = 0;
    const appending = (async () => {
      for (; written < 1_000; written += 10)
        await Promise.all(Array.from({ length: 10 }, (_, i) => append(station, 100 + written + i, 1)));
    })();
    const done = await station.backups.make(null, station.room.actor);
    t.ok(written > 0, 'appending went on while it was made');
    await appending;
    t.ok(done.size >= 20 && done.size < ledgerSize(station.db), 'neither all nor nothing');
    return done;
  });
  const restored = await restore(made, backup.path);
  t.equal(restored.broughtBack.from, backup.size);
  t.ok(restored.size > 1_020, 'and the rest is had back from the vault');
});

t.test('a disk that gives back other bytes than it was given gets no finished backup', async (t) => {
  const made = await backedUpStation(t);
  const first = await backUp(made);
  const wish = wishOf(made, { made: '2026-11-23T02:15:00Z' });
  const unfinished = join(made.backups, `.docket-${wish.station.origin.slice('docket/'.length)}.unfinished`);
  const spoils: readonly [string, () => void][] = [
    ['a byte more', () => appendFileSync(unfinished, 'x')],
    ['cut off', () => writeFileSync(unfinished, readFileSync(unfinished).subarray(0, -1))],
    ['turned', () => turn(unfinished, 5_000)],
  ];
  for (const [name, spoil] of spoils) {
    const step = (point: string): void => {
      if (point === 'backup.write.after') spoil();
    };
    await t.rejects(writeBackup(wish, step), { code: 'backup.unproved' }, name);
    t.same(
      filesOf(made).map((one) => join(made.backups, one)),
      [first],
      name,
    );
    t.notOk(existsSync(join(made.data, 'backup.work')), 'no copy in clear is left');
  }
  t.ok(await writeBackup(wish, () => undefined));
});

t.test('a ledger that is not the one the key has signed is not backed up as if it were', async (t) => {
  const made = await backedUpStation(t);
  await at(made, (station) => append(station, 0, 5));
  const db = new Database(made.places.database);
  db.exec(`UPDATE ledger_entry SET hash = zeroblob(32) WHERE seq = 2`);
  db.close();
  await t.rejects(backUp(made), { code: 'custody.database_damaged' });
  t.same(filesOf(made), []);
  const found = await verifyStation(made.places, readStationFile(made.places), {
    ...{ vault: 'none', checkpoint: null, replay: true, onProgress: () => undefined },
  });
  t.notOk(found.ok);
});

t.test('where the copy in clear would fill the disk of the ledger, it is not begun', async (t) => {
  const made = await backedUpStation(t);
  await t.rejects(backUp(made, { reserveBytes: 2 ** 50 }), { code: 'backup.no_room' });
  t.same(filesOf(made), []);
});

t.test('what is no public key of age is refused', async (t) => {
  const made = await backedUpStation(t);
  for (const recipient of ['age1qqqqqqqqqqqqqqqq', made.pair.identity])
    await t.rejects(backUp(made, { recipient }), { code: 'backup.recipient_wrong' });
  t.same(filesOf(made), []);
});

t.test('a file of that name is never written over', async (t) => {
  const made = await backedUpStation(t);
  const file = await backUp(made);
  const before = readFileSync(file);
  await t.rejects(backUp(made), { code: 'backup.exists' });
  t.same(readFileSync(file), before);
});

function turn(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
