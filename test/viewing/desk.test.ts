import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { probeFile } from '../../src/tagging/probe-file.ts';
import { sha256Of } from '../support/cards.ts';
import { recording } from './samples.ts';
import { drain, standing, viewingStation } from './viewing-station.ts';

const samples = mkdtempSync(join(tmpdir(), 'docket-samples-'));
t.teardown(() => rmSync(samples, { recursive: true }));
const film = recording(samples, 'film.mp4');
const other = recording(samples, 'other.mp4', 2);

t.test(
  'a recording that came in gets its copy, which says whose it is and with what it was made',
  async (t) => {
    const station = await viewingStation(t);
    const { evidence, original, staged } = await station.bring(film);
    const before = sha256Of(readFileSync(staged));
    await drain(station.desk);
    const copy = station.desk.book.standing(original);
    t.match(copy, {
      state: 'made',
      said: {
        ...{ evidence, original, how: 'transcoded', name: 'copy.mp4', tries: 1, originalMs: 3_000 },
        ffmpeg: /\d/,
        confinement: /nice/,
        width: 320,
        height: 240,
      },
    });
    if (copy?.state !== 'made') return;
    const path = station.desk.store.fileOf(copy.said, 'copy.mp4');
    t.equal(sha256Of(readFileSync(path)), copy.said.sha256);
    t.ok(Math.abs((copy.said.durationMs ?? 0) - 3_000) <= 200);
    const args = copy.said.arguments.join(' ');
    t.notOk(args.includes(station.folder) || args.includes(staged), 'no path of this machine');
    const named = copy.said.pictures.map(({ name }) => name);
    t.same(named, ['poster.jpg', 'storyboard.jpg', 'storyboard.vtt', 'waveform.svg']);
    const probe = await probeFile(path);
    t.match(probe?.tags.file['title'], /预览副本 非原件 \/ viewing copy {2}ST01-2026-0000001/);
    t.equal(sha256Of(readFileSync(staged)), before, 'the original is what it was');
    t.same(standing(station.folder, 'work'), []);
    t.same(standing(station.folder, 'ready'), []);
  },
);

t.test(
  'the same original is not transcoded twice, whoever asks and whichever recorder it came from',
  async (t) => {
    const station = await viewingStation(t);
    const one = await station.bring(film);
    const twin = await station.bring(film, { recorder: '3333333' });
    await drain(station.desk);
    t.equal((await station.desk.ask(one.evidence)).state, 'made');
    t.match(await station.desk.ask(twin.evidence), { state: 'made', said: { evidence: one.evidence } });
    t.same(station.entries(), ['viewing.made']);
  },
);

t.test('other settings make another copy in its place', async (t) => {
  const station = await viewingStation(t);
  const { evidence } = await station.bring(other);
  await drain(station.desk);
  station.reopen({ settings: { height: 240, mark: 'laid_over', encoder: 'software' } });
  t.match(await station.desk.ask(evidence), { state: 'made', said: { how: 'remuxed', mark: 'laid_over' } });
  t.same(station.entries(), ['viewing.made', 'viewing.removed', 'viewing.made']);
  t.equal(standing(station.folder, 'copies').filter((name) => name === 'copy.mp4').length, 1);
});

t.test('what somebody waits for is made first, then what is important, then the oldest', async (t) => {
  const station = await viewingStation(t, { automatic: false });
  const files = [1, 2, 4].map((seconds, i) => recording(samples, `order-${i}.mp4`, seconds));
  const brought = [];
  for (const [i, path] of files.entries()) brought.push(await station.bring(path, { important: i === 1 }));
  station.reopen({ automatic: true, atOnce: 1, intakeBusy: () => true });
  await station.desk.look();
  t.same(
    station.desk.book.waiting().map(({ evidence }) => evidence),
    [brought[1], brought[0], brought[2]].map((one) => one?.evidence),
  );
  const asked = brought[2];
  if (asked === undefined) return;
  await station.ledger.append(
    [],
    [
      {
        sql: 'UPDATE work_viewing SET asked = ? WHERE original = ?',
        params: ['2026-09-02T10:00:00Z', asked.original],
      },
    ],
  );
  t.equal(station.desk.book.waiting()[0]?.evidence, asked.evidence);
});

t.test('while cards are read nothing is begun, and what is under way stands still', async (t) => {
  let busy = true;
  const station = await viewingStation(t, { intakeBusy: () => busy });
  await station.bring(other);
  await station.desk.look();
  t.match(station.desk.state(), { paused: 'intake', underWay: [], waiting: 1 });
  busy = false;
  await station.desk.look();
  await station.desk.look();
  t.equal(station.desk.state().underWay.length, 1);
  busy = true;
  await station.desk.look();
  t.match(station.desk.state(), { paused: 'intake' });
  busy = false;
  await drain(station.desk);
  t.same(station.entries(), ['viewing.made']);
});

t.test('a stop loses nothing: what was under way is made after the next start', async (t) => {
  const station = await viewingStation(t);
  await station.bring(film);
  await station.desk.look();
  t.equal(station.desk.state().underWay.length, 1);
  await station.desk.stop();
  t.same(station.entries(), []);
  t.same(standing(station.folder, 'copies'), []);
  await drain(station.reopen());
  t.same(station.entries(), ['viewing.made']);
});

t.test('killed between its entry and its place, a copy stands after the next start', async (t) => {
  const killed = new Error('killed');
  for (const [point, entries] of [
    ['viewing.ready', 0],
    ['viewing.committed', 1],
  ] as const) {
    const step = (at: string): void => {
      if (at === point) throw killed;
    };
    const station = await viewingStation(t, { step });
    const { original } = await station.bring(other);
    await drain(station.desk);
    t.equal(station.entries().length, entries, point);
    t.same(standing(station.folder, 'copies'), [], 'not seen yet');
    await drain(station.reopen({ step: () => undefined }));
    t.same(station.entries(), ['viewing.made'], point);
    const copy = station.desk.book.standing(original);
    t.ok(copy?.state === 'made' && station.desk.store.has(copy.said, copy.said.name), point);
    t.same(standing(station.folder, 'ready'), []);
  }
});

t.test(
  'beyond its limit the store gives up what nobody has watched for longest, and makes it again',
  async (t) => {
    const station = await viewingStation(t, { automatic: false });
    const first = await station.bring(film);
    const second = await station.bring(other);
    station.lone.clock.instant = station.lone.clock.instant.add({ hours: 1 });
    await station.desk.ask(first.evidence);
    station.lone.clock.instant = station.lone.clock.instant.add({ hours: 1 });
    await station.desk.ask(second.evidence);
    station.lone.clock.instant = station.lone.clock.instant.add({ hours: 1 });
    await station.desk.ask(first.evidence);
    const { bytes } = station.desk.state();
    const third = await station.bring(recording(samples, 'third.mp4', 1));
    await station.reopen({ limitBytes: bytes }).ask(third.evidence);
    t.match(station.desk.book.standing(second.original), { state: 'removed', said: { because: 'room' } });
    t.match(station.desk.book.standing(first.original), { state: 'made' }, 'it was watched later');
    t.equal(standing(station.folder, 'copies').filter((name) => name === 'copy.mp4').length, 2);
    t.match(await station.desk.ask(second.evidence), { state: 'made' });
  },
);

t.test('a person deletes a copy, and one whose file is gone is made again', async (t) => {
  const station = await viewingStation(t);
  const { evidence, original } = await station.bring(other);
  await drain(station.desk);
  const person = { kind: 'person', id: 'os:clerk' } as const;
  await station.desk.remove(evidence, person);
  t.match(station.desk.book.standing(original), { state: 'removed', said: { because: 'person' } });
  t.same(standing(station.folder, 'copies'), []);
  await t.rejects(station.desk.remove(evidence, person), { code: 'viewing.none_stands' });
  const again = await station.desk.ask(evidence);
  t.equal(again.state, 'made');
  if (again.state !== 'made') return;
  rmSync(station.desk.store.folderOf(again.said), { recursive: true });
  t.match(await station.desk.ask(evidence), { state: 'made' });
  t.same(station.entries().slice(-2), ['viewing.removed', 'viewing.made']);
});

t.test('copies that a restore did not bring are settled at the start, and made again', async (t) => {
  const station = await viewingStation(t);
  const { original } = await station.bring(other);
  await drain(station.desk);
  const made = station.desk.book.standing(original);
  if (made?.state !== 'made') throw new Error('no copy was made');
  rmSync(station.desk.store.folderOf(made.said), { recursive: true });
  const anew = station.reopen({});
  await drain(anew);
  t.same(station.entries(), ['viewing.made', 'viewing.removed', 'viewing.made']);
  const copy = anew.book.standing(original);
  t.ok(copy?.state === 'made' && anew.store.has(copy.said, copy.said.name));
});

t.test('what cannot be transcoded says why, once', async (t) => {
  const station = await viewingStation(t);
  const broken = recording(samples, 'broken.mp4', 1);
  truncateSync(broken, 2_000);
  const { evidence, original } = await station.bring(broken);
  await drain(station.desk);
  t.match(station.desk.book.standing(original), { state: 'failed', said: { because: 'no_index', tries: 0 } });
  t.match(await station.desk.ask(evidence), { state: 'failed' });
  t.same(station.entries(), ['viewing.failed']);
});

t.test('an original that is disposed of leaves nothing to look at', async (t) => {
  const station = await viewingStation(t);
  const { evidence, original } = await station.bring(other);
  await drain(station.desk);
  const [disposal, subject] = ['ST01-X000001', { kind: 'evidence', id: evidence }] as const;
  const by = (id: string) => ({ actor: { kind: 'person', id }, subject }) as const;
  const originals = [{ sha256: original, blake3: original, bytes: 1 }];
  await station.ledger.append([
    {
      ...by('os:clerk'),
      type: 'disposal.proposed',
      data: { disposal, evidence: [evidence] },
      personal: { reason: '期满' },
    },
    {
      ...by('os:head'),
      type: 'disposal.decided',
      data: { disposal, decision: 'approved' },
      personal: {},
    },
    {
      ...by('os:head'),
      type: 'evidence.disposal_begun',
      data: { disposal, evidence, originals },
      personal: {},
    },
  ]);
  await station.desk.look();
  t.match(station.desk.book.standing(original), { state: 'removed', said: { because: 'disposed' } });
  t.same(standing(station.folder, 'copies'), []);
  await t.rejects(station.desk.ask(evidence), { code: 'viewing.original_gone' });
  await drain(station.desk);
  t.same(station.entries(), ['viewing.made', 'viewing.removed']);
});

t.test('nothing is made of what is not known, nor of what has not been looked at', async (t) => {
  const station = await viewingStation(t);
  await t.rejects(station.desk.ask('ST01-2026-9999999'), { code: 'viewing.evidence_unknown' });
});
