import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { makeCard } from '../support/cards.ts';
import { docketHere } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';
import { wav } from '../support/wav.ts';

/** Three segments whose names all bear the start of the whole recording, as many recorders write them. */
const stem = 'DCIM/AUDIO/DSJ_1234567_222222_20260302090000';
const segments = { first: `${stem}_0001.wav`, second: `${stem}_0002_IMP.wav`, third: `${stem}_0003.wav` };

t.test('segments whose names share one start end one after the other', async (t) => {
  const station = await testStation(t, {});
  const { root } = await makeCard(join(station.folder, '01'), 'card', {
    [segments.first]: wav(20, 1),
    [segments.second]: wav(20, 2),
    [segments.third]: wav(10, 3),
  });
  // Written when each was closed; five seconds are missing before the third.
  const closed = { first: '01:00:20', second: '01:00:40', third: '01:00:55' } as const;
  for (const which of ['first', 'second', 'third'] as const) {
    const at = new Date(`2026-03-02T${closed[which]}Z`);
    await utimes(join(root, segments[which]), at, at);
  }
  t.equal((await docketHere(station, ['ingest', root])).code, 0);
  t.equal((await docketHere(station, ['judge'])).code, 0);
  const { json } = await docketHere(station, ['session', 'show', 'ST01-S000001']);
  t.match(json, {
    recordings: [
      { start: '2026-03-02T01:00:00Z', startSource: 'name', ended: '2026-03-02T01:00:20Z' },
      { start: '2026-03-02T01:00:20Z', startSource: 'segments', ended: '2026-03-02T01:00:40Z' },
      {
        start: '2026-03-02T01:00:45Z',
        startSource: 'segments',
        ended: '2026-03-02T01:00:55Z',
        doubtful: false,
      },
    ],
  });
});

t.test('an important segment that came in before the first one is put right when that comes', async (t) => {
  const station = await testStation(t, {});
  const early = await makeCard(join(station.folder, 'early'), 'card', { [segments.second]: wav(20, 2) });
  const late = await makeCard(join(station.folder, 'late'), 'card', { [segments.first]: wav(20, 1) });
  const take = async (root: string, recording: string, closedAt: string): Promise<void> => {
    const at = new Date(`2026-03-02T${closedAt}Z`);
    await utimes(join(root, recording), at, at);
    t.equal((await docketHere(station, ['ingest', root])).code, 0);
    t.equal((await docketHere(station, ['judge'])).code, 0);
  };
  const recordings = async (): Promise<unknown> =>
    (await docketHere(station, ['session', 'show', 'ST01-S000001'])).json;
  await take(early.root, segments.second, '01:00:40');
  t.match(await recordings(), { recordings: [{ start: '2026-03-02T01:00:00Z', startSource: 'name' }] });
  await take(late.root, segments.first, '01:00:20');
  t.match(await recordings(), {
    recordings: [
      { start: '2026-03-02T01:00:00Z', startSource: 'name' },
      { start: '2026-03-02T01:00:20Z', startSource: 'segments', ended: '2026-03-02T01:00:40Z' },
    ],
  });
});
