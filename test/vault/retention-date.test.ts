import fc from 'fast-check';
import t from 'tap';
import {
  laterOf,
  lockableUntil,
  readRetentionStamp,
  retentionStamp,
} from '../../src/vault/retention-date.ts';

const lastSecond = 253_402_300_799;
const seconds = fc.integer({ min: 0, max: lastSecond });
const at = (second: number) => Temporal.Instant.fromEpochMilliseconds(second * 1000);

t.test('a stamp says its instant again, and stamps sort as their instants do', async (t) => {
  fc.assert(
    fc.property(
      seconds,
      (second) => readRetentionStamp(retentionStamp(at(second)))?.equals(at(second)) === true,
    ),
  );
  fc.assert(
    fc.property(seconds, seconds, (a, b) => {
      const stampsSay = retentionStamp(at(a)) < retentionStamp(at(b));
      return stampsSay === a < b && laterOf(at(a), at(b)).equals(at(Math.max(a, b)));
    }),
  );
  t.equal(retentionStamp(Temporal.Instant.from('2027-05-21T08:00:00+08:00')), '20270521T000000Z');
});

t.test('a lock is never shorter than asked, and at most a second longer', async (t) => {
  fc.assert(
    fc.property(seconds, fc.integer({ min: 0, max: 999_999_999 }), (second, nanoseconds) => {
      const asked = at(Math.min(second, lastSecond - 1)).add({ nanoseconds });
      const extra = asked.until(lockableUntil(asked)).total('seconds');
      return extra >= 0 && extra < 1;
    }),
  );
  t.throws(() => lockableUntil(at(-1)), { code: 'vault.retention_out_of_range' });
  t.throws(() => lockableUntil(at(lastSecond + 1)), { code: 'vault.retention_out_of_range' });
});

t.test('a name that is no date is no record', async (t) => {
  for (const name of [
    '',
    'README',
    '20271321T000000Z',
    '20270230T000000Z',
    '20270521T000060Z',
    '20270521T000000',
  ]) {
    t.equal(readRetentionStamp(name), null, name);
  }
});
