import fc from 'fast-check';
import t from 'tap';
import { type BandwidthWindow, limitAt, limitNow } from '../../../src/vault/s3/bandwidth.ts';

const mebibyte = 1_048_576;
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minute = fc.integer({ min: 0, max: 1_439 });
const window = fc.record({ from: minute, to: minute, rate: fc.integer({ min: 1, max: 50 }) });

/** Minute by minute round the clock, as a person would tick it off. */
function ticked({ from, to }: { readonly from: number; readonly to: number }): ReadonlySet<number> {
  const within = new Set<number>();
  let at = from;
  do {
    within.add(at);
    at = (at + 1) % 1_440;
  } while (at !== to);
  return within;
}

t.test('the lowest limit of all windows around a minute holds, also past midnight', async (t) => {
  fc.assert(
    fc.property(
      fc.array(window, { maxLength: 4 }),
      minute,
      fc.integer({ min: 0, max: 59 }),
      (all, at, second) => {
        const windows = all.map(
          ({ from, to, rate }): BandwidthWindow => ({
            from: clock(from),
            to: clock(to),
            mebibytesPerSecond: rate,
          }),
        );
        const held = all.filter((one) => ticked(one).has(at)).map(({ rate }) => rate * mebibyte);
        const expected = held.length === 0 ? null : Math.min(...held);
        return limitAt(windows, Temporal.PlainTime.from(clock(at)).with({ second })) === expected;
      },
    ),
  );
  t.pass();
});

t.test("hours are those of the station's clock, and a window ends with its minute", async (t) => {
  const windows = [{ from: '08:00', to: '18:00', mebibytesPerSecond: 2 }];
  const at = (time: string) =>
    limitNow({ windows, zone: 'Asia/Shanghai' }, Temporal.Instant.from(`2026-09-02T${time}Z`));
  t.equal(at('00:00:00'), 2 * mebibyte, '08:00 in China');
  t.equal(at('09:59:59'), 2 * mebibyte);
  t.equal(at('10:00:00'), null);
  t.equal(limitNow({ windows: [], zone: 'Asia/Shanghai' }, Temporal.Now.instant()), null);
  const night = [{ from: '22:00', to: '06:00', mebibytesPerSecond: 1 }];
  t.equal(limitAt(night, Temporal.PlainTime.from('23:59')), mebibyte);
  t.equal(limitAt(night, Temporal.PlainTime.from('05:59')), mebibyte);
  t.equal(limitAt(night, Temporal.PlainTime.from('06:00')), null);
  const always = [{ from: '09:00', to: '09:00', mebibytesPerSecond: 3 }];
  t.equal(limitAt(always, Temporal.PlainTime.from('08:59')), 3 * mebibyte);
});
