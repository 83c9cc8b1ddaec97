import { createHash } from 'node:crypto';
import fc from 'fast-check';
import t from 'tap';
import {
  type DrawableCase,
  draw,
  populationDigest,
  type Reviewer,
} from '../../../src/access/reviews/draw.ts';

const cases: readonly DrawableCase[] = Array.from({ length: 40 }, (_, at) => ({
  case: `案${at}`,
  handler: `${100 + (at % 4)}`,
  unit: at % 2 === 0 ? 'A' : 'B',
}));
const reviewers: readonly Reviewer[] = [
  { reviewer: 'U1', officer: '100', units: new Set(['A']) },
  { reviewer: 'U2', officer: '101', units: new Set(['B']) },
  { reviewer: 'U3', officer: null, units: new Set() },
];

t.test('the seed alone decides, in whatever order the cases come', async () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.shuffledSubarray([...cases], { minLength: cases.length }),
      (seed, shuffled) => {
        const one = JSON.stringify(draw(cases, 10, reviewers, seed));
        return one === JSON.stringify(draw(shuffled, 10, reviewers, seed));
      },
    ),
  );
});

t.test('anyone can draw again with SHA-256 alone', async (t) => {
  const lot = (number: string) => createHash('sha256').update(`7\n${number}`).digest('hex');
  const byHand = cases
    .map((one) => one.case)
    .toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1))
    .slice(0, 10);
  t.same(
    draw(cases, 10, reviewers, '7').map((one) => one.case),
    byHand,
  );
  t.equal(populationDigest(cases), populationDigest(cases.toReversed()));
  t.not(populationDigest(cases), populationDigest(cases.slice(1)), 'one case less is another population');
});

t.test(
  'nobody reviews a case of their own, another unit’s reviewer comes first, and all take turns',
  async () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = draw(cases, 30, reviewers, seed);
        const byCase = new Map(cases.map((one) => [one.case, one]));
        const counts = new Map<string | null, number>();
        for (const one of drawn) {
          counts.set(one.reviewer, (counts.get(one.reviewer) ?? 0) + 1);
          const reviewer = reviewers.find(({ reviewer: name }) => name === one.reviewer);
          const { handler, unit } = byCase.get(one.case) ?? { handler: null, unit: null };
          if (reviewer === undefined || reviewer.officer === handler || reviewer.units.has(unit ?? ''))
            return false;
        }
        return drawn.length === 30 && (counts.get('U3') ?? 0) > 0;
      }),
    );
  },
);

t.test('where the only reviewer is the handler, that is said', async (t) => {
  const [reviewer] = reviewers;
  t.same(
    draw([{ case: '案0', handler: '100', unit: 'A' }], 1, reviewer === undefined ? [] : [reviewer], 'x'),
    [{ case: '案0', reviewer: null }],
  );
});

t.test('each case has the same chance', async (t) => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 2_000; seed += 1)
    for (const one of draw(cases, 10, reviewers, String(seed)))
      counts.set(one.case, (counts.get(one.case) ?? 0) + 1);
  // 500 each with a deviation of 19: six of them for fixed seeds.
  for (const [number, count] of counts) t.ok(Math.abs(count - 500) < 116, `${number}: ${count}`);
});
