import t from 'tap';
import { draw } from '../../../src/access/reviews/draw.ts';
import type { DrawWish } from '../../../src/access/reviews/reviews.ts';
import { reviewDetail, reviewList } from '../../../src/station/catalogue/reviews.ts';
import { AccessStation, owner } from '../access-station.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const halfYear = { from: day('2026-01-01'), to: day('2026-06-30') };

async function bureau(t: import('tap').Test) {
  const station = new AccessStation(t);
  for (const unit of ['A', 'B']) await station.register('units', unit, { code: unit, name: unit });
  for (const [number, unit] of [
    ['111111', 'A'],
    ['222222', 'B'],
  ] as const)
    await station.register('officers', number, { number, name: '张三', unit });
  const closed: Readonly<Record<string, string>> = {
    案1: '2026-01-01',
    案2: '2026-06-30',
    // The last minute of the half-year on the unit's clock, and the first of the next.
    案3: '2026-06-30T15:59:00Z',
    案4: '2026-06-30T16:00:00Z',
    案5: '2025-12-31',
  };
  for (const [number, at] of Object.entries(closed))
    await station.register('cases', number, { number, title: '无证经营', handler: '111111', closed: at });
  await station.register('cases', '案6', { number: '案6', title: '未结', handler: '111111' });
  await station.register('cases', '案7', {
    number: '案7',
    title: '他队',
    handler: '222222',
    closed: '2026-03-01',
  });
  const first = await station.person('zhangsan', ['department_head'], { officer: '111111' });
  const second = await station.person('lisi', ['department_head'], { officer: '222222' });
  return { station, first, second };
}

const wish: DrawWish = {
  ...halfYear,
  unit: null,
  count: 10,
  reviewers: ['zhangsan', 'lisi'],
  seed: null,
  note: null,
};

t.test(
  'cases closed in the span are drawn, assigned to others, and the draw stands in the ledger',
  async (t) => {
    const { station } = await bureau(t);
    const { reviews } = station.desk;
    const drawn = await reviews.draw({ ...wish, seed: '骰子 3 5 2' }, owner);
    t.same(drawn.drawn.map((one) => one.case).toSorted(), ['案1', '案2', '案3', '案7']);
    for (const one of drawn.drawn)
      t.equal(one.reviewer, station.account(one.case === '案7' ? 'zhangsan' : 'lisi'), 'never the handler');
    t.match(drawn, { review: 'ST01-V000001', population: 4 });
    const [entry] = station.entries('review.drawn');
    t.match(entry?.data, { seed: '骰子 3 5 2', population: 4, from: '2026-01-01', drawn: drawn.drawn });
    const again = await reviews.draw({ ...wish, count: 2 }, owner);
    t.match(again.seed, /^[0-9a-f]{64}$/);
    t.equal(again.drawn.length, 2);
    const members = [
      { reviewer: station.account('zhangsan'), officer: '111111', units: new Set(['A']) },
      { reviewer: station.account('lisi'), officer: '222222', units: new Set(['B']) },
    ];
    const population = ['案1', '案2', '案3'].map((one) => ({ case: one, handler: '111111', unit: 'A' }));
    const all = [...population, { case: '案7', handler: '222222', unit: 'B' }];
    t.same(draw(all, 2, members, again.seed), again.drawn, 'and anyone draws the same again');
  },
);

t.test('a draw that cannot be made says why, and enters nothing', async (t) => {
  const { station } = await bureau(t);
  const { reviews } = station.desk;
  for (const [more, code] of [
    [{ reviewers: ['nobody'] }, 'access.account_unknown'],
    [{ unit: 'C' }, 'access.row_unknown'],
    [{ from: day('2030-01-01'), to: day('2030-12-31') }, 'access.review_empty'],
    [{ reviewers: ['zhangsan'] }, 'access.review_nobody'],
  ] as const)
    await t.rejects(reviews.draw({ ...wish, ...more }, owner), { code }, JSON.stringify(more));
  t.same(station.entries('review.drawn'), []);
  const within = await reviews.draw({ ...wish, unit: 'B' }, owner);
  t.same(
    within.drawn.map((one) => one.case),
    ['案7'],
  );
});

t.test('who was assigned enters what was found, and the review ledger says it', async (t) => {
  const { station, first, second } = await bureau(t);
  const { reviews } = station.desk;
  const { review } = await reviews.draw(wish, owner);
  const found = { review, case: '案1', grade: 'fair', found: '中断未说明', mend: '补充说明' } as const;
  await t.rejects(reviews.enter(found, await first.acting()), { code: 'access.review_not_yours' });
  await t.rejects(reviews.enter({ ...found, case: '案6' }, owner), { code: 'access.review_unknown' });
  await reviews.enter({ ...found, grade: 'poor' }, await second.acting());
  await reviews.enter(found, await second.acting());
  await reviews.enter({ ...found, case: '案7', grade: 'good', mend: null }, owner);
  t.equal(station.entries('review.entered').length, 3, 'what was said first stays in the ledger');
  const { db } = station.lone;
  t.match(reviewList(db, { after: null, limit: 10, descending: true }), {
    reviews: [{ review, cases: 4, reviewed: 2 }],
    next: null,
  });
  const { lines } = reviewDetail(db, review);
  t.match(lines[0], {
    ...{ case: '案1', title: '无证经营', handler: '111111', unit: 'A', reviewerName: 'lisi', grade: 'fair' },
    ...{ found: '中断未说明', mend: '补充说明', enterer: station.account('lisi') },
  });
  t.match(lines.at(-1), { case: '案7', grade: 'good', mend: null, enterer: 'ST01-U000901' });
  t.throws(() => reviewDetail(db, 'ST01-V000009'), { code: 'access.review_unknown' });
});
