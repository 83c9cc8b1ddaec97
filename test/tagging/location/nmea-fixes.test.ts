import fc from 'fast-check';
import t from 'tap';
import { NmeaReader } from '../../../src/tagging/location/nmea-fixes.ts';
import { gga, rmc, sentence } from './nmea-text.ts';

const square = { longitude: 118.8735, latitude: 28.9412 };

function read(text: string): ReturnType<NmeaReader['end']> {
  const reader = new NmeaReader();
  reader.write(text);
  return reader.end();
}

/** Times, places to a metre and accuracies, one text a fix. */
function told(text: string): readonly string[] {
  return read(text).fixes.map(
    ({ at, longitude, latitude, accuracyMeters }) =>
      `${at} ${longitude.toFixed(5)},${latitude.toFixed(5)} ${accuracyMeters}`,
  );
}

t.test('RMC and GGA of one moment are one fix: where, when, and how exactly', async (t) => {
  const first = { ...square, time: '100118.00' };
  const second = { longitude: 118.8736, latitude: 28.9413, time: '100119.50' };
  t.strictSame(told(rmc(first) + gga(first) + gga(second, { hdop: '2.0' }) + rmc(second)), [
    '2026-09-02T10:01:18Z 118.87350,28.94120 6',
    '2026-09-02T10:01:19.5Z 118.87360,28.94130 10',
  ]);
  t.strictSame(told(rmc(first)), ['2026-09-02T10:01:18Z 118.87350,28.94120 null']);
});

t.test('GPS, BeiDou and other receivers, south and west, and text between the sentences', async (t) => {
  const there = { longitude: -58.38, latitude: -34.6, time: '000000.00' };
  const text = ['GP', 'BD', 'GB', 'GL', 'GA']
    .map((talker, i) => `#${i} log ${rmc({ ...there, time: `00000${i}.00` }, { talker })}noise\r\n`)
    .join('');
  t.equal(told(text).length, 5);
  t.equal(told(text)[0], '2026-09-02T00:00:00Z -58.38000,-34.60000 null');
});

t.test('a sentence whose check sum is wrong or missing says nothing, and is counted', async (t) => {
  const good = rmc({ ...square, time: '100118.00' });
  const turned = good.replace('28', '29');
  const bare = good.slice(0, good.indexOf('*'));
  const cut = good.slice(0, 30);
  const { fixes, badSums, whole } = read(`${turned}${bare}\r\n${good}${cut}`);
  t.equal(fixes.length, 1);
  t.equal(badSums, 3);
  t.equal(whole, true);
});

t.test('what no satellite has measured is no fix, and what cannot be a position is counted', async (t) => {
  const at = { ...square, time: '100118.00' };
  t.strictSame(told(rmc(at, { status: 'V' }) + gga(at, { quality: '0' })), [], 'searching');
  for (const mode of ['E', 'M', 'S', 'N']) t.strictSame(told(rmc(at, { mode })), [], `mode ${mode}`);
  for (const quality of ['6', '7', '8']) t.strictSame(told(gga(at, { quality })), [], `quality ${quality}`);
  const odd = [
    'GNRMC,100118.00,A,2899.0,N,11852.4,E,0.1,,020926,,,A',
    'GNRMC,100118.00,A,2856.4,X,11852.4,E,0.1,,020926,,,A',
    'GNRMC,100118.00,A,,,,,0.1,,020926,,,A',
    'GNGGA,100118.00,1e9,N,11852.4,E,1,08,1.2,,,,,,',
  ];
  for (const body of odd) t.match(read(sentence(body)), { fixes: [], malformed: 1, badSums: 0 }, body);
  const undated = read(rmc(at, { date: '310226' }));
  t.match(
    undated,
    { fixes: [{ at: null }], malformed: 1 },
    'a date that is none takes the time, not the place',
  );
});

t.test('GGA alone has a day once an RMC has said it, over midnight too', async (t) => {
  const late = { ...square, time: '235959.00' };
  const early = { ...square, time: '000001.00' };
  t.strictSame(
    read(gga(late) + rmc(late) + gga(early)).fixes.map(({ at }) => at?.toString() ?? null),
    ['2026-09-02T23:59:59Z', '2026-09-03T00:00:01Z'],
  );
  t.strictSame(
    read(gga(late) + gga(early)).fixes.map(({ at }) => at),
    [null, null],
    'no day is made up',
  );
});

t.test(
  'pieces cut anywhere read as the whole does; a text without lines, or of another kind, ends',
  async (t) => {
    const all = Array.from({ length: 20 }, (_, i) => {
      const at = { ...square, time: `1001${String(i).padStart(2, '0')}.00` };
      return rmc(at) + gga(at);
    }).join('');
    const cuts = fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (lengths) => {
      const reader = new NmeaReader();
      let at = 0;
      for (let i = 0; at < all.length; i++) {
        const length = lengths[i % lengths.length] ?? 1;
        reader.write(all.slice(at, at + length));
        at += length;
      }
      return reader.end().fixes.length === 20;
    });
    t.doesNotThrow(() => fc.assert(cuts));
    const other = new NmeaReader();
    const line = `${'x'.repeat(65_535)}\n`;
    let pieces = 1;
    while (other.write(line)) pieces += 1;
    t.ok(pieces <= 64, `given up after ${pieces} pieces`);
    const endless = new NmeaReader();
    for (let i = 0; i < 8; i++) endless.write('$GNRMC,'.repeat(1_000));
    t.match(endless.end(), { fixes: [] });
  },
);

t.test('whatever stands in a sidecar, what is read are numbers on a globe or nothing', async (t) => {
  const noise = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.constantFrom(',', '*', '$', '\r\n', 'A', 'V', 'N', 'E', '100118.00', '2856.4', '11852.4', '020926'),
  );
  const body = fc.array(noise, { maxLength: 20 }).map((parts) => parts.join(','));
  const sane = fc.property(fc.array(fc.tuple(fc.constantFrom('GNRMC,', 'GNGGA,', ''), body)), (lines) => {
    const text = lines.map(([kind, rest]) => sentence(kind + rest.replaceAll(/[*\r\n$]/g, ''))).join('');
    return read(text).fixes.every(
      ({ longitude, latitude }) => Math.abs(longitude) < 1_000 && Math.abs(latitude) < 100,
    );
  });
  t.doesNotThrow(() => fc.assert(sane, { numRuns: 500 }));
});
