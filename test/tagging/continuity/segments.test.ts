import fc from 'fast-check';
import t from 'tap';
import { codes, found, only, running, type Said, stretch } from './recordings.ts';

/** Segments of one recording that all bear its start in their names. */
function chain(...numbers: readonly number[]): readonly Said[] {
  return numbers.map((segment) => ({ at: '10:00:00', segment, closed: 300 * (segment - 1) }));
}

t.test('a number that is missing between two segments of one recording is told', async (t) => {
  const [missing, ...others] = found(stretch(...chain(1, 2, 4, 5)));
  t.match(missing, {
    code: 'segments_missing',
    wording: 'segment_between',
    evidence: ['E2', 'E3'],
    facts: { from: 3, to: 3, missing: 1, before: 'E2', beforeSegment: 2, after: 'E3', afterSegment: 4 },
  });
  t.same(others, [], 'the time that is missing with it is not told again');
});

t.test('a name that claims segment 999999 gives one finding, not a million', async (t) => {
  const [wide, ...others] = found(stretch(...chain(1, 999_999)));
  t.match(wide, { wording: 'segments_between', facts: { from: 2, to: 999_998, missing: 999_997 } });
  t.same(others, []);
});

t.test('the first ones are missing too', async (t) => {
  const before = { at: '08:00:00', session: 'S0' };
  t.match(only(stretch(before, ...chain(3, 4))), [{ wording: 'segments_first', facts: { from: 1, to: 2 } }]);
  t.match(only(stretch(before, ...chain(2, 3))), [{ wording: 'segment_first', evidence: ['E2'] }]);
  t.same(codes(stretch(...chain(3, 4))), [], 'but of the oldest on a card, whose beginning may be elsewhere');
  t.same(codes(stretch(...chain(0, 1, 2))), [], 'some recorders count from 0');
});

t.test('one segment alone tells nothing: nobody knows what its number counts', async (t) => {
  t.same(codes(stretch({ at: '10:00:00', segment: 7 })), []);
});

t.test('what was left on the recorder, or lies there twice, is not missing', async (t) => {
  const left = [{ named: '10:00:00', segment: 3 }];
  t.same(codes(stretch(...chain(1, 2, 4, 5)), left), []);
  const [rest] = found(stretch(...chain(1, 6)), left);
  t.match(rest, { facts: { from: 2, to: 2 } });
  t.equal(found(stretch(...chain(1, 6)), left).length, 2, 'what is left of the hole on both sides');
  t.equal(codes(stretch(...chain(1, 2, 4)), [{ named: '11:00:00', segment: 3 }]).length, 1);
});

t.test('segments with starts of their own are counted where there is time for the missing one', async (t) => {
  const numbered = running(6).map((one, i) => ({ ...one, segment: i + 1 }));
  t.same(codes(stretch(...numbered)), []);
  t.same(codes(stretch(...numbered.toSpliced(3, 1))), ['segments_missing E3 E4']);
  const skipped = numbered.map((one, i) => ({ ...one, segment: i < 3 ? i + 1 : i + 2 }));
  t.same(codes(stretch(...skipped)), [], 'a number that was never given: nothing is missing in time');
});

t.test('short segments need little room', async (t) => {
  const short = [0, 5, 15, 20].map((from, i) => ({
    at: `10:00:${String(from).padStart(2, '0')}`,
    seconds: 5,
    segment: [1, 2, 4, 5][i] ?? 0,
  }));
  t.same(codes(stretch(...short)), ['segments_missing E2 E3']);
});

t.test('numbers that photographs take are not missing', async (t) => {
  const day = [
    { at: '10:00:00', segment: 7 },
    { at: '10:05:01', segment: 8 },
    { at: '10:07:00', segment: 9, kind: 'still' as const, seconds: 0, lane: 'photo' },
    { at: '10:10:02', segment: 10 },
    { at: '10:15:03', segment: 11 },
  ];
  t.same(codes(stretch(...day)), []);
  const [first, second, still, ...rest] = day;
  if (first === undefined || second === undefined || still === undefined) throw new RangeError('a day');
  const later = [first, { ...second, seconds: 60 }, { ...still, at: '10:11:00' }, ...rest];
  t.notMatch(
    codes(stretch(...later)).join(),
    /segments/,
    'although it was taken after the next one had begun',
  );
});

t.test('numbers that count something else are no segments', async (t) => {
  const odd = [4, 9, 2, 7, 1].map((segment, i) => ({ at: `1${i}:00:00`, segment, session: 'S1' }));
  t.same(codes(stretch(...odd)), []);
});

t.test('each number is either there or in one hole', async (t) => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 12 });
  const known = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 });
  const counted = fc.property(numbers, known, (here, elsewhere) => {
    const others = elsewhere.map((segment) => ({ named: '10:00:00', segment }));
    const all = stretch({ at: '08:00:00', session: 'S0' }, ...chain(...here));
    const holes = found(all, others).filter(({ code }) => code === 'segments_missing');
    const missing = holes.flatMap(({ facts: { from, to } }) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i),
    );
    const most = Math.max(...here);
    const numbers = Array.from({ length: most }, (_, i) => i + 1);
    const gone = numbers.filter((one) => !here.includes(one) && !elsewhere.includes(one));
    return JSON.stringify(missing.toSorted((a, b) => a - b)) === JSON.stringify(gone);
  });
  t.doesNotThrow(() => fc.assert(counted));
});
