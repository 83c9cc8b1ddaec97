import t from 'tap';
import { codes, only, running, stretch } from './recordings.ts';

t.test('a segment that is missing without a number shows as time, since the recorder ran on', async (t) => {
  const all = running(6).toSpliced(3, 1);
  t.match(only(stretch(...all)), [
    {
      ...{ code: 'gap', wording: 'gap_ran_on', evidence: ['E3', 'E4'] },
      facts: {
        ...{ before: 'E3', after: 'E4', lengthMs: 300_000, fullMs: 300_000, gapMs: 302_000 },
        ended: '2026-09-02T02:15:02Z',
      },
    },
  ]);
});

t.test(
  'a recording that was ended and begun again within one course is told with the time between',
  async (t) => {
    const all = [
      { at: '10:00:00', seconds: 300 },
      { at: '10:05:01', seconds: 120 },
      { at: '10:09:01', seconds: 300 },
      { at: '10:14:02', seconds: 80 },
    ];
    t.match(only(stretch(...all)), [
      { wording: 'gap_stopped', evidence: ['E2', 'E3'], facts: { gapMs: 120_000, allowedMs: 11_000 } },
    ]);
  },
);

t.test('what explains a pause is no finding', async (t) => {
  const paused = [
    { at: '10:00:00', seconds: 120 },
    { at: '10:10:00', seconds: 120 },
  ];
  t.same(codes(stretch(...paused)), ['gap E1 E2']);
  const apart = paused.map((one, i) => ({ ...one, session: `S${i}` }));
  t.same(codes(stretch(...apart)), [], 'another course of enforcement');
  t.same(codes(stretch(...paused.map((one) => ({ ...one, session: null })))), [], 'no course is known');
  const docked = paused.map((one, i) => ({
    ...one,
    docking: `D${i}`,
    docked: i === 0 ? '10:05:00' : '23:00:00',
  }));
  t.same(codes(stretch(...docked)), [], 'it was docked in between');
  const later = paused.map((one, i) => ({
    ...one,
    docking: `D${i}`,
    docked: i === 0 ? '12:00:00' : '23:00:00',
  }));
  t.same(codes(stretch(...later)), ['gap E1 E2'], 'both lay on it at the first docking already');
  t.same(codes(stretch(...paused.map((one) => ({ ...one, doubtful: true })))), [], 'its clock is doubtful');
  const long = [{ at: '10:00:00', seconds: 120 }, { at: '10:40:00' }];
  t.same(codes(stretch(...long)), [], 'something else has begun');
  const left = [{ named: '10:05:00', segment: null }];
  t.same(codes(stretch(...paused), left), [], 'what lies in between was left on the recorder');
});

t.test('sound fills a pause between videos, a photograph does not', async (t) => {
  const videos = [
    { at: '10:00:00', seconds: 120 },
    { at: '10:04:02', seconds: 100 },
  ];
  const note = { at: '10:02:01', seconds: 120, kind: 'sound' as const, lane: 'sound' };
  t.same(codes(stretch(...videos, note)), []);
  const still = { ...note, seconds: 0, kind: 'still' as const, lane: 'photo', streams: [] };
  t.same(codes(stretch(...videos, still)), ['gap E1 E2']);
});

t.test('one of unknown length may have lasted until the next begins', async (t) => {
  const broken = { seconds: null, fault: 'no_index' as const, container: null, streams: [] };
  const all = running(5).map((one, i) => (i === 2 ? { ...one, ...broken } : one));
  t.same(codes(stretch(...all)), ['truncated E3']);
});

t.test('seams that are always so long are the recorder’s own', async (t) => {
  const slow = Array.from({ length: 8 }, (_, i) => ({
    at: Temporal.PlainTime.from('10:00:00')
      .add({ seconds: i * 318 })
      .toString(),
  }));
  t.same(codes(stretch(...slow)), []);
  t.same(codes(stretch(...slow.toSpliced(4, 1))), ['gap E4 E5'], 'but not a whole segment');
});

t.test('a recorder that is switched on for each matter pauses by habit', async (t) => {
  const patrol = Array.from({ length: 6 }, (_, i) => ({
    at: Temporal.PlainTime.from('10:00:00')
      .add({ minutes: i * 14 })
      .toString(),
    seconds: 100 + 37 * i,
  }));
  t.same(codes(stretch(...patrol)), []);
  const twice = patrol.slice(0, 2);
  t.same(codes(stretch(...twice)), ['gap E1 E2'], 'twice is no habit');
});

t.test('segments that bear one time are placed by their files’ own times', async (t) => {
  const chain = (closed: readonly number[]) =>
    closed.map((one, i) => ({ at: '10:00:00', segment: i + 1, closed: one }));
  t.same(codes(stretch(...chain([0, 302, 602, 904]))), []);
  t.match(only(stretch(...chain([0, 302, 902, 1_204]))), [{ code: 'gap', facts: { gapMs: 300_000 } }]);
  t.same(codes(stretch(...chain([0, 1, 2, 3]))), [], 'copied in one go: those times tell nothing');
});

t.test('a container’s time that is the file’s end is no start', async (t) => {
  const closing = [300, 300, 60].map((seconds, i) => ({
    ...{
      at: Temporal.PlainTime.from('10:05:00')
        .add({ minutes: 5 * i })
        .toString(),
      seconds,
      named: null,
    },
    // Created when it was closed.
    ...{ startSource: 'container' as const, closed: -seconds },
  }));
  t.same(codes(stretch(...closing)), []);
});
