import fc from 'fast-check';
import t from 'tap';
import {
  ageDays,
  isPressing,
  neededFor,
  neededRate,
  shareSeconds,
} from '../../../src/vault/fixity/schedule.ts';

const gibibyte = 1_073_741_824;
const sizes = fc.array(fc.integer({ min: 0, max: 8 * gibibyte }), { minLength: 1, maxLength: 200 });

t.test(
  'the turns of all originals together make one round within the days, whatever their sizes',
  async (t) => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 3_650 }), (all, days) => {
        const held = { count: all.length, bytes: all.reduce((sum, one) => sum + one, 0) };
        const shares = all.map((bytes) => shareSeconds(bytes, held, days));
        const round = shares.reduce((sum, one) => sum + one, 0);
        return shares.every((one) => one >= 0) && round < days * 86_400 && round > days * 86_400 * 0.7;
      }),
    );
    t.pass();
  },
);

t.test('the rate that is named suffices for all of it in half of the days', async (t) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 50 }), fc.integer({ min: 1, max: 3_650 }), (bytes, days) => {
      const rate = neededRate({ count: 1, bytes }, days);
      const mebibytes = bytes / 1_048_576;
      return (
        rate * days * 43_200 >= mebibytes * 0.999_999 && (rate - 1) * days * 43_200 <= mebibytes * 1.000_001
      );
    }),
  );
  t.equal(neededRate({ count: 1_000_000, bytes: 80 * 1_024 * gibibyte }, 90), 22, '80 TiB in 90 days');
  t.equal(
    neededFor({ count: 1, bytes: 1 }, { days: 90, age: 180, rate: 20 }),
    50,
    'twice as late needs more than twice',
  );
  t.equal(neededFor({ count: 1, bytes: 1 }, { days: 90, age: 89, rate: 20 }), 1);
});

t.test('what was read long ago is pressing before its days are over', async (t) => {
  const now = Temporal.Instant.from('2026-11-22T00:00:00Z');
  const ago = (days: number) => now.subtract({ hours: days * 24 });
  t.equal(ageDays(ago(3), now), 3);
  t.same(
    [71, 72, 90].map((days) => isPressing(ago(days), now, 90)),
    [false, true, true],
  );
});
