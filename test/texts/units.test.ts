import t from 'tap';
import { sizeWords, spanWords, timeWords } from '../../src/texts/units.ts';

t.test('sizes are told in three digits', async (t) => {
  const sizes: readonly (readonly [number, string])[] = [
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.00 KiB'],
    [40_000, '39.1 KiB'],
    [1023 * 1024, '1.00 MiB'],
    [999 * 1024, '999 KiB'],
    [5_368_709_120, '5.00 GiB'],
    [2 ** 53, '8.00 PiB'],
  ];
  for (const [bytes, words] of sizes) t.equal(sizeWords(bytes), words);
});

t.test('a time that is left is rounded up: nothing is over before it is', async (t) => {
  t.equal(spanWords(0.2), '0:01');
  t.equal(spanWords(59.5), '1:00');
  t.equal(spanWords(3661), '1:01:01');
});

t.test('instants are told in the zone of the station', async (t) => {
  t.equal(timeWords('2026-09-02T16:01:18.123456789Z', 'Asia/Shanghai'), '2026-09-03 00:01:18');
});
