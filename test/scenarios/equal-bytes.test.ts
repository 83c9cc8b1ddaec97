import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { gaName, longAgo, makeCard, putFile, seededBytes } from '../support/cards.ts';
import { unlock } from '../support/local-vault.ts';
import { recordingAt, reportOf } from '../support/reports.ts';
import { openAlarms, rowsOf, soundStation, storedTimes } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

const bytes = seededBytes('the same', 20_000);

t.test(
  'equal bytes of one recorder are one evidence item, of another recorder an item of its own',
  async (t) => {
    const station = await testStation(t);
    const mine = await makeCard(join(station.folder, 'mine'), 'a', {
      [gaName(1)]: bytes,
      [gaName(2)]: bytes,
    });
    const ran = await station.ingest(mine.root);
    t.equal(ran.code, 0, ran.stdout);
    t.match(reportOf(ran).summary, { stored: 1, alreadyStored: 1 });
    const [first, second] = [recordingAt(ran, gaName(1)), recordingAt(ran, gaName(2))];
    t.equal(first.evidenceId, second.evidenceId);
    t.equal(first.objectPath, second.objectPath);
    const [sha256] = mine.recordings.map((one) => one.sha256);
    t.equal(storedTimes(station, sha256 ?? ''), 1);

    const other = await makeCard(join(station.folder, 'other'), 'b', { [gaName(9, '7654321')]: bytes });
    const theirs = await station.ingest(other.root);
    t.match(recordingAt(theirs, gaName(9, '7654321')), { state: 'stored', objectPath: first.objectPath });
    t.not(recordingAt(theirs, gaName(9, '7654321')).evidenceId, first.evidenceId);
    t.equal(rowsOf(station, 'SELECT * FROM view_original').length, 1, 'they meet in one object');
    t.same(await soundStation(station, [mine, other]), []);
    t.match(reportOf(await station.ingest(mine.root)).summary, { alreadyStored: 2, stored: 0 });
  },
);

t.test('the whole card docked again is known, quickly or byte for byte', async (t) => {
  for (const redock of ['fast', 'full']) {
    const station = await testStation(t, { intake: { redock } });
    const root = join(station.folder, 'card');
    const sidecar = gaName(2).replace('.mp4', '.txt');
    const card = await makeCard(root, redock, { [gaName(1)]: 3_000_000, [gaName(2)]: 20_000_000 });
    await putFile(root, sidecar, 50);
    const before = await station.ingest(root);
    t.equal(before.code, 0, before.stdout);
    const entries = () => rowsOf(station, `SELECT * FROM view_entry WHERE type = 'sidecar.stored'`).length;
    t.equal(entries(), 1);
    const again = await station.ingest(root);
    t.equal(again.code, 0, again.stdout);
    t.match(reportOf(again).summary, { stored: 0, alreadyStored: 2 }, redock);
    t.equal(
      recordingAt(again, gaName(2)).sidecars[0]?.sha256,
      recordingAt(before, gaName(2)).sidecars[0]?.sha256,
    );
    t.equal(entries(), 1, 'a sidecar is stored once');
    t.same(await soundStation(station, [card]), []);
  }
});

t.test('a sidecar of the same name, size and time with other bytes is stored too', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const card = await makeCard(root, 'sidecar', { [gaName(1)]: 3000 });
  const sidecar = gaName(1).replace('.mp4', '.txt');
  await putFile(root, sidecar, Buffer.from('first'));
  await station.ingest(root);
  const changed = await putFile(root, sidecar, Buffer.from('other'), longAgo);
  const ran = await station.ingest(root);
  t.equal(recordingAt(ran, gaName(1)).sidecars[0]?.sha256, changed.sha256);
  const seqs = () => rowsOf(station, `SELECT seq FROM view_entry WHERE type = 'sidecar.stored'`).length;
  t.equal(seqs(), 2);
  await station.ingest(root);
  t.equal(seqs(), 2, 'and is known from then on');
  t.same(await soundStation(station, [card]), []);
});

t.test('an original that somebody took out of the vault is taken in again from the recorder', async (t) => {
  for (const redock of ['fast', 'full']) {
    const station = await testStation(t, { intake: { redock } });
    const card = await makeCard(join(station.folder, 'card'), redock, { [gaName(1)]: 5000 });
    const object = recordingAt(await station.ingest(card.root), gaName(1)).objectPath ?? '';
    unlock(station.vault);
    await rm(object);
    const ran = await station.ingest(card.root);
    t.match(recordingAt(ran, gaName(1)), { state: 'alreadyStored', objectPath: object });
    t.ok(existsSync(object), `${redock}: it stands again`);
    t.ok(openAlarms(station).includes('original_lost'));
    t.same(await soundStation(station, [card]), []);
  }
});

t.test(
  'an original that somebody altered is never overwritten: it is kept aside, and the recorder mends it',
  async (t) => {
    const station = await testStation(t, { intake: { redock: 'full' } });
    const card = await makeCard(join(station.folder, 'card'), 'altered', { [gaName(1)]: 5000 });
    const object = recordingAt(await station.ingest(card.root), gaName(1)).objectPath ?? '';
    const original = readFileSync(object);
    unlock(station.vault);
    await rm(object);
    await writeFile(object, Buffer.alloc(5000));
    t.equal((await station.run(['verify', '--vault', 'full'])).code, 16);
    const ran = await station.ingest(card.root);
    t.equal(ran.code, 0);
    t.match(recordingAt(ran, gaName(1)), { state: 'alreadyStored', reason: null });
    t.ok(readFileSync(object).equals(original), 'the bytes that the ledger knows');
    const damaged = join(station.vault, 'damaged');
    const [kept = ''] = readdirSync(damaged);
    t.ok(readFileSync(join(damaged, kept)).equals(Buffer.alloc(5000)), 'what somebody put there is kept');
    t.equal((await station.run(['verify', '--vault', 'full'])).code, 0);
  },
);
