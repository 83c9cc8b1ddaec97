import Database from 'better-sqlite3';
import fc from 'fast-check';
import t from 'tap';
import { Conditions, pageOf } from '../../../src/station/catalogue/conditions.ts';

const second = Temporal.Instant.from('2026-09-02T10:01:18Z').epochMilliseconds;
/** Around one second, with as many digits as it takes: there the texts do not sort as the instants do. */
const instant = fc
  .tuple(fc.integer({ min: second - 2, max: second + 2 }), fc.constantFrom(0, 1, 10, 100, 999_999))
  .map(([ms, ns]) => Temporal.Instant.fromEpochNanoseconds(BigInt(ms) * 1_000_000n + BigInt(ns)));

t.test('a span of time holds exactly the instants from its beginning up to its end', async (t) => {
  const db = new Database(':memory:');
  t.teardown(() => db.close());
  fc.assert(
    fc.property(
      fc.array(instant, { maxLength: 12 }),
      fc.option(instant),
      fc.option(instant),
      (all, since, until) => {
        const { where, parameters } = new Conditions().within('at', since, until);
        const values = all.map((_, i) => `SELECT ${i} AS place, ? AS at`).join(' UNION ALL ');
        const table = values === '' ? 'SELECT 0 AS place, NULL AS at WHERE 0' : values;
        const found = db
          .prepare<unknown[], number>(`SELECT place FROM (${table})${where} ORDER BY place`)
          .pluck()
          .all(...all.map(String), ...parameters);
        const expected = all.flatMap((at, i) => {
          const late = since === null || Temporal.Instant.compare(at, since) >= 0;
          return late && (until === null || Temporal.Instant.compare(at, until) < 0) ? [i] : [];
        });
        t.strictSame(found, expected);
      },
    ),
    { numRuns: 300 },
  );
});

t.test('what a person typed is a value, never a part of the query', async (t) => {
  const { where, parameters } = new Conditions().add('a = ?', "x' OR 1=1 --").add('b = ?', null).always('c');
  t.equal(where, ' WHERE a = ? AND c');
  t.strictSame(parameters, ["x' OR 1=1 --"]);
});

t.test('the last page has no cursor', async (t) => {
  t.strictSame(pageOf([1, 2, 3], 2, String), { rows: [1, 2], next: '2' });
  t.strictSame(pageOf([1, 2], 2, String), { rows: [1, 2], next: null });
  t.strictSame(pageOf([], 2, String), { rows: [], next: null });
});
