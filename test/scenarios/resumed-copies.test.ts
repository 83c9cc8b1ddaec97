import { closeSync, openSync, readdirSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { gaName, makeCard, putFile, type TestCard } from '../support/cards.ts';
import { recordingAt } from '../support/reports.ts';
import { rowsOf, soundStation, storedTimes } from '../support/sound-station.ts';
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
