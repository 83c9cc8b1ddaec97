import { closeSync, openSync, readdirSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { gaName, makeCard, putFile, type TestCard } from '../support/cards.ts';
import { errorOf, recordingAt } from '../support/reports.ts';
import { openAlarms, rowsOf, soundStation, storedTimes } from '../support/sound-station.ts';
import { type TestStation, testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

const mebibyte = 1_048_576;
const name = gaName(1);

/** A station that was killed in the middle of a recording of 100 MiB. */
async function killedMidway(t: Test): Promise<{ station: TestStation; card: TestCard; part: string }> {
  const station = await testStation(t);
  const card = await makeCard(join(station.folder, 'card'), 'half', { [name]: 100 * mebibyte });
  const slow = ['-P', join(card.root, name), '-e', 'trace=pread64', '-e', 'inject=pread64:delay_enter=10000'];
  const running = station.start(['ingest', card.root], { strace: ['-o', '/dev/null', ...slow] });
  await until('two pieces are journalled', () => rowsOf(station, 'SELECT * FROM work_piece').length >= 2);
  running.signal('SIGKILL');
  await running.ended;
  const [left] = readdirSync(join(station.vault, 'staging'));
  const part = join(station.vault, 'staging', left ?? '');
  t.ok(statSync(part).size >= 32 * mebibyte, 'a part is there');
  t.same(await soundStation(station, []), []);
  return { station, card, part };
}

function overwrite(path: string, at: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, 'tampered', at);
  closeSync(file);
}

t.test('killed in the middle of 100 MiB, the copy goes on where it can be proved', async (t) => {
  const { station, card } = await killedMidway(t);
  const ran = await station.ingest(card.root);
  t.equal(ran.code, 0, ran.stdout);
  t.match(recordingAt(ran, name), { state: 'stored', resumed: true, sha256: card.recordings[0]?.sha256 });
  t.same(rowsOf(station, 'SELECT * FROM work_copy'), []);
  t.same(rowsOf(station, 'SELECT * FROM work_piece'), []);
  t.same(await soundStation(station, [card]), []);
});

t.test('a part that somebody tampered with is not trusted', async (t) => {
  const { station, card, part } = await killedMidway(t);
  overwrite(part, 5 * mebibyte);
  const ran = await station.ingest(card.root);
  t.equal(ran.code, 0, ran.stdout);
  t.match(recordingAt(ran, name), { state: 'stored', resumed: false, sha256: card.recordings[0]?.sha256 });
  t.same(await soundStation(station, [card]), []);
});

t.test('a part tampered with behind its first piece is kept up to there', async (t) => {
  const { station, card, part } = await killedMidway(t);
  overwrite(part, 20 * mebibyte);
  const ran = await station.ingest(card.root);
  t.match(recordingAt(ran, name), { state: 'stored', resumed: true, sha256: card.recordings[0]?.sha256 });
  t.same(await soundStation(station, [card]), []);
});

t.test('a recording that changed meanwhile is copied anew, and the old part goes', async (t) => {
  const { station, card, part } = await killedMidway(t);
  const { root } = card;
  const changed = await putFile(root, name, 33 * mebibyte);
  const ran = await station.ingest(root);
  t.equal(ran.code, 0, ran.stdout);
  t.match(recordingAt(ran, name), { state: 'stored', resumed: false, sha256: changed.sha256 });
  t.throws(() => statSync(part), 'the part of the older version is gone');
  t.same(rowsOf(station, 'SELECT * FROM work_copy'), []);
  t.same(await soundStation(station, [{ root, recordings: [changed] }]), []);
});

t.test(
  'changed bytes under the same size and time are found out by the comparison with the card',
  async (t) => {
    const { station, card } = await killedMidway(t);
    const { root } = card;
    // The first piece is always compared; what lies between the drawn ones is what the file's time vouches for.
    const [was] = card.recordings;
    const other = await makeCard(root, 'other half', { [name]: 100 * mebibyte });
    const ran = await station.ingest(root);
    t.match(recordingAt(ran, name), { resumed: false, sha256: other.recordings[0]?.sha256 });
    t.equal(storedTimes(station, was?.sha256 ?? ''), 0);
    t.same(await soundStation(station, [other]), []);
  },
);

t.test('a part that is gone, or cut short, is read again', async (t) => {
  const { station, card, part } = await killedMidway(t);
  unlinkSync(part);
  const ran = await station.ingest(card.root);
  t.match(recordingAt(ran, name), { state: 'stored', resumed: false });
  t.same(await soundStation(station, [card]), []);
});

t.test(
  'a secured recording that somebody took out of staging is missed, and taken from the recorder again',
  async (t) => {
    const station = await testStation(t);
    const card = await makeCard(join(station.folder, 'card'), 'secured', { [name]: 5000, [gaName(2)]: 6000 });
    await station.ingest(card.root, { fault: 'vault.link.before:1:kill' });
    const secured = rowsOf<{ recording: string }>(
      station,
      'SELECT recording FROM view_evidence WHERE stored IS NULL',
    );
    t.not(secured.length, 0);
    for (const { recording } of secured) unlinkSync(join(station.vault, 'staging', recording));
    const ran = await station.ingest(card.root);
    t.equal(ran.code, 0, ran.stdout);
    t.ok(openAlarms(station).includes('original_lost'));
    t.same(await soundStation(station, [card]), []);
  },
);

t.test('what a killed run had secured is stored at the next start, without its card', async (t) => {
  const station = await testStation(t);
  const card = await makeCard(join(station.folder, 'card'), 'start', { [name]: 5000 });
  await station.ingest(card.root, { fault: 'intake.secured.after:1:kill' });
  await rename(card.root, join(station.folder, 'gone'));
  const daemon = station.start(['serve', '--plain']);
  await daemon.heard(/ready/i);
  t.equal(rowsOf(station, 'SELECT 1 FROM view_evidence WHERE stored IS NOT NULL').length, 1);
  daemon.signal('SIGTERM');
  t.equal((await daemon.ended).code, 0);
  t.match(rowsOf(station, 'SELECT because FROM view_docking'), [{ because: 'interrupted' }]);
  t.same(await soundStation(station, [card]), []);
});

t.test('a ledger that cannot be written stops the intake at once, and nothing is lost', async (t) => {
  for (const fault of ['ledger.commit.before:6:eio', 'ledger.commit.before:6:enospc']) {
    const station = await testStation(t);
    const files = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [gaName(i), 9_000_000 + i]));
    const card = await makeCard(join(station.folder, 'card'), fault, files);
    const ran = await station.ingest(card.root, { fault });
    t.equal(ran.code, 6, ran.stdout + ran.stderr);
    t.equal(errorOf(ran).code, 'custody.ledger_unwritable');
    t.ok(readdirSync(join(station.vault, 'staging')).length < 10, 'it does not go on reading');
    t.equal((await station.ingest(card.root)).code, 0);
    t.same(await soundStation(station, [card]), []);
  }
});
