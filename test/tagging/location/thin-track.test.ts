import fc from 'fast-check';
import t from 'tap';
import type { Fix } from '../../../src/tagging/location/fix.ts';
import { metersBetween } from '../../../src/tagging/location/position.ts';
import { mostPoints, thinTrack } from '../../../src/tagging/location/thin-track.ts';
import { mainPoint, trackPoints, trackText } from '../../../src/tagging/location/track.ts';

const start = Temporal.Instant.from('2026-09-02T10:00:00Z');

/** A fix a second, each so many degrees on from the one before. */
function course(steps: readonly (readonly [number, number])[]): readonly Fix[] {
  let [longitude, latitude] = [118.87, 28.94];
  return steps.map(([east, north], i) => {
    longitude += east;
    latitude += north;
    return { longitude, latitude, at: start.add({ seconds: i }), accuracyMeters: null };
  });
}

const step = fc.tuple(
  fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
  fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
);

t.test(
  'both ends are kept, every fix is counted, and none is farther from a kept one than is said',
  async (t) => {
    const kept = fc.property(fc.array(step, { minLength: 1, maxLength: 800 }), (steps) => {
      const fixes = course(steps);
      const { points, withinMeters } = thinTrack(fixes);
      const [first, last] = [points[0], points.at(-1)];
      const place = (one?: { longitude: number; latitude: number }) => [one?.longitude, one?.latitude].join();
      const left = fixes.every((fix) => points.some((point) => metersBetween(point, fix) <= withinMeters));
      return (
        points.length <= mostPoints &&
        place(first) === place(fixes[0]) &&
        place(last) === place(fixes.at(-1)) &&
        points.reduce((sum, one) => sum + one.fixes, 0) === fixes.length &&
        left
      );
    });
    t.doesNotThrow(() => fc.assert(kept, { numRuns: 20 }));
  },
);

t.test('hours at one place are two points; a day over land is still bounded', async (t) => {
  const still = thinTrack(course(Array.from({ length: 7_200 }, () => [0, 0])));
  t.match(still, { points: [{ fixes: 7_199 }, { fixes: 1 }], withinMeters: 5 });
  const far = thinTrack(course(Array.from({ length: 30_000 }, () => [2e-4, 1e-4])));
  t.ok(far.points.length <= mostPoints && far.points.length > mostPoints / 4);
  t.equal(far.withinMeters, 5 * 2 ** Math.round(Math.log2(far.withinMeters / 5)));
  t.match(thinTrack([]), { points: [], withinMeters: 0 });
  t.equal(
    thinTrack(
      course([
        [0, 0],
        [1e-3, 0],
      ]),
    ).withinMeters,
    0,
    'nothing was left out',
  );
});

t.test('where the recorder was longest is a fix that was measured', async (t) => {
  const walked: (readonly [number, number])[] = Array.from({ length: 50 }, () => [1e-4, 0]);
  const fixes = course([...walked, ...Array.from({ length: 300 }, () => [0, 0] as const), ...walked]);
  const main = mainPoint(thinTrack(fixes).points);
  t.ok(fixes.some(({ longitude }) => longitude === main?.longitude));
  t.ok((main?.fixes ?? 0) >= 300);
  t.equal(mainPoint([]), null);
});

t.test('what the ledger keeps of a track reads back to within two centimetres, with its times', async (t) => {
  const back = fc.property(fc.array(step, { minLength: 1, maxLength: 50 }), fc.boolean(), (steps, timed) => {
    const { points } = thinTrack(course(steps).map((one) => (timed ? one : { ...one, at: null })));
    const read = trackPoints(trackText(points, timed ? start : null), timed ? start : null);
    return points.every((one, i) => {
      const other = read[i];
      return (
        other !== undefined &&
        metersBetween(one, other) < 0.02 &&
        one.fixes === other.fixes &&
        one.at?.toString() === other.at?.toString()
      );
    });
  });
  t.doesNotThrow(() => fc.assert(back));
});
