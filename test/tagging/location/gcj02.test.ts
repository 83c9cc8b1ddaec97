import fc from 'fast-check';
import t from 'tap';
import { gcj02Of, wgs84Of } from '../../../src/tagging/location/gcj02.ts';
import { isNearChina, metersBetween } from '../../../src/tagging/location/position.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anywhere = fc.record({ longitude: degrees(-180, 180), latitude: degrees(-90, 90) });
const inChina = fc.record({ longitude: degrees(72.02, 137.82), latitude: degrees(0.85, 55.81) });

t.test('positions in Chinese cities are shifted as open map software shifts them', async (t) => {
  const known = [
    [121.5272106, 31.1774276, 121.531541859215, 31.17530398364597],
    [113.912316, 22.543847, 113.9171764808363, 22.540796131694766],
    [116.377817, 39.911954, 116.38404722455657, 39.91334545536069],
  ] as const;
  for (const [longitude, latitude, east, north] of known) {
    const shifted = gcj02Of({ longitude, latitude });
    t.ok(metersBetween(shifted, { longitude: east, latitude: north }) < 0.01, `${longitude},${latitude}`);
  }
});

t.test('outside of China nothing is shifted, in either direction', async (t) => {
  const unchanged = fc.property(anywhere, (position) => {
    fc.pre(!isNearChina(position));
    return gcj02Of(position) === position;
  });
  t.doesNotThrow(() => fc.assert(unchanged));
  const paris = { longitude: 2.3522, latitude: 48.8566 };
  t.equal(wgs84Of(paris), paris);
});

t.test('in China the shift is hundreds of metres, and the way back is within a metre', async (t) => {
  const back = fc.property(inChina, (position) => {
    const shifted = gcj02Of(position);
    const off = metersBetween(position, shifted);
    return off > 1 && off < 2_000 && metersBetween(wgs84Of(shifted), position) < 1;
  });
  t.doesNotThrow(() => fc.assert(back, { numRuns: 2_000 }));
});
