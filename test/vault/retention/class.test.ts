import fc from 'fast-check';
import t from 'tap';
import {
  classOf,
  type ItemFacts,
  type Kept,
  keptFor,
  keptForRecords,
  longestOf,
  type RetentionTerms,
} from '../../../src/vault/retention/class.ts';

const zone = 'Asia/Shanghai';
const terms: RetentionTerms = {
  zone,
  days: { evidence: 3_653, important: 1_827, ordinary: 186, unclassified: 30 },
};
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const stored = at('2026-09-02T10:00:00Z');
const plain: ItemFacts = { stored, importance: null, cases: [], heldByPerson: false };
const closed = (on: string | null) => ({ closed: on === null ? null : at(on) });

function kept(change: Partial<ItemFacts>): string {
  const { until, because } = keptFor({ ...plain, ...change }, terms);
  return `${until.toZonedDateTimeISO(zone).toPlainDateTime()} ${because.join(' ')}`.trimEnd();
}

t.test('an item is what is known of it, and what nobody has looked at is never ordinary', async (t) => {
  t.equal(classOf(plain), 'unclassified');
  t.equal(classOf({ ...plain, importance: 'ordinary' }), 'ordinary');
  t.equal(classOf({ ...plain, importance: 'important' }), 'important');
  t.equal(classOf({ ...plain, importance: 'ordinary', cases: [closed(null)] }), 'evidence');
});

t.test('days are counted from the day after it was stored, and end at midnight of the unit', async (t) => {
  t.equal(kept({}), '2026-10-03T00:00:00 unclassified', '30 days of which the last is 2 October');
  t.equal(kept({ importance: 'ordinary' }), '2027-03-08T00:00:00');
  t.equal(kept({ importance: 'important' }), '2031-09-04T00:00:00');
  t.equal(
    kept({ stored: at('2026-09-02T15:59:59Z') }),
    '2026-10-03T00:00:00 unclassified',
    'still 2 September',
  );
  t.equal(
    kept({ stored: at('2026-09-02T16:00:00Z') }),
    '2026-10-04T00:00:00 unclassified',
    'the 3rd in China',
  );
});

t.test('what belongs to a case is on hold until every case is closed, and counted from there', async (t) => {
  t.equal(kept({ cases: [closed(null)] }), '2036-09-03T00:00:00 case_open');
  t.equal(kept({ cases: [closed('2028-01-05T00:00:00Z')] }), '2038-01-06T00:00:00');
  t.equal(
    kept({ cases: [closed('2028-01-05T00:00:00Z'), closed(null)] }),
    '2038-01-06T00:00:00 case_open',
    'one of two cases is open',
  );
  t.equal(
    kept({ cases: [closed('2020-01-05T00:00:00Z')] }),
    '2036-09-03T00:00:00',
    'an old closing shortens nothing',
  );
  t.equal(kept({ cases: [closed(null)], heldByPerson: true }), '2036-09-03T00:00:00 case_open person');
});

t.test('what the station itself writes down is kept as long as anything', async (t) => {
  const { until, because } = keptForRecords(stored, terms);
  t.equal(until.toZonedDateTimeISO(zone).toPlainDate().toString(), '2036-09-03');
  t.same(because, []);
});

const instants = fc
  .integer({ min: 1_500_000_000, max: 4_000_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000));
const items: fc.Arbitrary<ItemFacts> = fc.record({
  stored: instants,
  importance: fc.constantFrom('important', 'ordinary', null),
  cases: fc.array(fc.record({ closed: fc.option(instants) }), { maxLength: 3 }),
  heldByPerson: fc.boolean(),
});
const anyTerms: fc.Arbitrary<RetentionTerms> = fc
  .tuple(fc.nat(4_000), fc.nat(4_000), fc.nat(4_000), fc.nat(4_000))
  .map(([evidence, important, ordinary, unclassified]) => ({
    zone,
    days: { evidence, important, ordinary, unclassified },
  }));
const notEarlier = (a: Kept, b: Kept): boolean => Temporal.Instant.compare(a.until, b.until) >= 0;
const includes = (a: Kept, b: Kept): boolean => b.because.every((one) => a.because.includes(one));

t.test(
  'of all that have an original the longest wins, and one more never shortens or releases',
  async (t) => {
    fc.assert(
      fc.property(fc.array(items, { minLength: 1, maxLength: 6 }), items, anyTerms, (some, more, of) => {
        const [first, ...others] = some.map((one) => keptFor(one, of));
        if (first === undefined) return false;
        const all = longestOf([first, ...others]);
        const withMore = longestOf([first, ...others, keptFor(more, of)]);
        const longest = [first, ...others].some(({ until }) => until.equals(all.until));
        return (
          longest &&
          [first, ...others].every((one) => notEarlier(all, one) && includes(all, one)) &&
          notEarlier(withMore, all) &&
          includes(withMore, all)
        );
      }),
    );
    t.pass('held for every set of items');
  },
);

t.test('a case more, a closing or a mark of importance never lets an item go earlier', async (t) => {
  fc.assert(
    fc.property(items, fc.option(instants), anyTerms, (item, closing, of) => {
      const filed = { ...item, cases: [...item.cases, { closed: closing }] };
      const later = keptFor(filed, of);
      if (item.cases.length > 0 && !notEarlier(later, keptFor(item, of))) return false;
      if (closing === null) return later.because.includes('case_open');
      const important = keptFor({ ...filed, importance: 'important' }, of);
      return notEarlier(important, later) && includes(important, { ...later, because: later.because });
    }),
  );
  fc.assert(
    fc.property(items, anyTerms, (item, of) => {
      const { until } = keptFor(item, of);
      return Temporal.Instant.compare(until, item.stored) > 0;
    }),
  );
  t.pass('held for every item');
});
