import t from 'tap';
import { codes, only, running, stretch } from './recordings.ts';

t.test('one recorder does not record twice at once', async (t) => {
  const foreign = { at: '10:11:00', seconds: 150 };
  t.match(only(stretch(...running(5), foreign)), [
    { code: 'overlap', evidence: ['E3', 'E6'], facts: { overlapMs: 242_000, before: 'E3', after: 'E6' } },
  ]);
  const elsewhere = { ...foreign, session: 'S2' };
  t.equal(codes(stretch(...running(5), elsewhere)).length, 1, 'whatever belongs together');
  const doubted = { ...foreign, doubtful: true };
  t.same(codes(stretch(...running(5), doubted)), []);
});

t.test('seconds that a recorder keeps from before are no overlap', async (t) => {
  const ahead = (seconds: number) =>
    Array.from({ length: 6 }, (_, i) => ({
      at: Temporal.PlainTime.from('10:00:00')
        .add({ seconds: i * (300 - seconds) })
        .toString(),
    }));
  t.same(codes(stretch(...ahead(30))), []);
  t.same(codes(stretch(...ahead(90))), [], 'by habit also more than is usual');
});

t.test('a small file beside each, or clips of marked moments, are lanes of their own', async (t) => {
  const small = running(5, { lane: 'small', bytes: 20_000_000 });
  t.same(codes(stretch(...running(5), ...small)), []);
  t.same(codes(stretch(...running(5), { at: '10:11:00', seconds: 15, lane: 'event' })), []);
});

t.test('where the file was closed before the other began, it is the length that does not fit', async (t) => {
  const all = running(2).map((one, i) => (i === 0 ? { ...one, seconds: 700, closed: -399 } : one));
  t.match(only(stretch(...all)), [
    {
      ...{ code: 'time_unfit', wording: 'past_next_start', evidence: ['E1'] },
      facts: { lengthMs: 700_000, beyondMs: 399_000, next: 'E2' },
    },
  ]);
});

t.test('a clock that was put back at the dock is no overlap', async (t) => {
  const before = { at: '10:00:00', docking: 'D1', docked: '10:20:00' };
  const after = { at: '10:02:00', docking: 'D2', docked: '23:00:00', session: 'S2' };
  t.same(codes(stretch(before, { ...after, at: '10:21:00' })), []);
  const late = { ...before, at: '10:30:00' };
  t.same(codes(stretch(late, { ...after, at: '10:32:00' })), [], 'its clock was ahead, then set');
});
