import fc from 'fast-check';
import t from 'tap';
import { placeOfTrack } from '../../../src/tagging/location/place-of-track.ts';
import { placeHolds, placeOf, squareMeters } from '../../../src/tagging/location/place-shape.ts';
import { corners, crossing, polygonHolds } from '../../../src/tagging/location/polygon.ts';
import { metersBetween, type Position } from '../../../src/tagging/location/position.ts';
import type { TrackPoint } from '../../../src/tagging/location/track.ts';

const at = (longitude: number, latitude: number): Position => ({ longitude, latitude });
const square = [at(118, 28), at(119, 28), at(119, 29), at(118, 29)];
/** An L, whose inner corner is at 118.5 28.5. */
const bent = [at(118, 28), at(119, 28), at(119, 28.5), at(118.5, 28.5), at(118.5, 29), at(118, 29)];

function place(name: string, area: string, radius?: string) {
  const found = placeOf({ name, area, ...(radius === undefined ? {} : { radius }) });
  if (found === null) throw new Error(name);
  return found;
}

t.test('a point inside, on an edge or at a corner is in the place, one beside it is not', async (t) => {
  for (const inside of [at(118.5, 28.5), at(118, 28), at(118.3, 28), at(119, 28.7), at(118.5, 29)])
    t.ok(polygonHolds(square, inside), JSON.stringify(inside));
  for (const outside of [at(117.999_999, 28.5), at(118.5, 29.000_001), at(120, 28), at(117, 29), at(0, 0)])
    t.notOk(polygonHolds(square, outside), JSON.stringify(outside));
  t.ok(polygonHolds(bent, at(118.25, 28.75)));
  t.ok(polygonHolds(bent, at(118.5, 28.5)), 'the inner corner');
  t.notOk(polygonHolds(bent, at(118.75, 28.75)), 'in the bend');
  for (const level of [28, 28.5, 29]) t.notOk(polygonHolds(bent, at(117, level)), 'level with a corner');
});

t.test('which way round a polygon is drawn, and where it begins, does not matter', async (t) => {
  const degrees = fc.double({ min: 117.5, max: 119.5, noNaN: true });
  const same = fc.property(degrees, degrees, fc.nat(5), (longitude, north, turn) => {
    const point = at(longitude, north - 90);
    const other = [...bent.slice(turn), ...bent.slice(0, turn)].toReversed();
    return polygonHolds(bent, point) === polygonHolds(other, point);
  });
  t.doesNotThrow(() => fc.assert(same, { numRuns: 500 }));
});

t.test('a circle holds what is within its radius, in metres on the ground', async (t) => {
  const circle = place('某广场', '118.87 28.94', '200');
  const bearing = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  const right = fc.property(bearing, fc.double({ min: 0, max: 400, noNaN: true }), (angle, meters) => {
    const point = at(
      118.87 + (meters * Math.sin(angle)) / (111_195 * Math.cos((28.94 * Math.PI) / 180)),
      28.94 + (meters * Math.cos(angle)) / 111_195,
    );
    return placeHolds(circle, point) === metersBetween(at(118.87, 28.94), point) <= 200;
  });
  t.doesNotThrow(() => fc.assert(right));
  t.ok(placeHolds(circle, at(118.87, 28.94)));
});

t.test('sizes are told apart in square metres', async (t) => {
  t.ok(Math.abs(squareMeters(place('a', '118 28', '100')) - 31_416) < 1);
  const district = squareMeters(place('b', '118 28;119 28;119 29;118 29'));
  t.ok(district > 1.05e10 && district < 1.1e10);
});

t.test(
  'an outline that crosses, touches or folds back on itself is found, one that does not is not',
  async (t) => {
    t.equal(crossing(square), null);
    t.equal(crossing(bent), null);
    t.equal(crossing([at(118, 28), at(119, 28), at(118.5, 29)]), null);
    t.strictSame(crossing([at(118, 28), at(119, 29), at(119, 28), at(118, 29)]), [1, 3], 'a bow');
    t.strictSame(crossing([at(118, 28), at(119, 28), at(118.5, 28), at(118.5, 29)]), [1, 2], 'folds back');
    const touching = [at(118, 28), at(119, 28), at(119, 29), at(118.5, 28), at(118, 29)];
    t.ok(crossing(touching), 'a corner on another side');
    const pinched = [at(118, 28), at(118.5, 28.5), at(119, 28), at(119, 29), at(118.5, 28.5), at(118, 29)];
    t.ok(crossing(pinched), 'through one corner twice');
    t.strictSame(corners([...square, at(118, 28)]), square, 'closed as GPX and GeoJSON close it');
    t.strictSame(corners([at(118, 28), at(118, 28), at(119, 28)]), [at(118, 28), at(119, 28)]);
  },
);

/** A corner for each radius, round a middle. */
function star(radii: readonly number[]): readonly Position[] {
  return radii.map((r, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return at(118.5 + r * Math.sin(angle), 28.5 + r * Math.cos(angle));
  });
}

t.test('every star drawn round its middle is sound', async (t) => {
  const radii = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 6, maxLength: 40 });
  t.doesNotThrow(() => fc.assert(fc.property(radii, (some) => crossing(star(some)) === null)));
});

t.test('a round outline crosses itself as soon as two of its corners are exchanged', async (t) => {
  const exchanged = fc
    .integer({ min: 5, max: 40 })
    .chain((count) => fc.tuple(fc.constant(count), fc.nat(count - 1), fc.nat(count - 1)));
  const crossed = fc.property(exchanged, ([count, one, other]) => {
    fc.pre(one !== other);
    const round = star(Array.from({ length: count }, () => 1));
    const [a, b] = [round[one], round[other]];
    const wrong = round.map((point, i) => (i === one ? b : i === other ? a : point) ?? point);
    return crossing(round) === null && crossing(wrong) !== null;
  });
  t.doesNotThrow(() => fc.assert(crossed));
});

/** So many fixes east of 118.87 by so many degrees. */
const spent = (...parts: readonly (readonly [fixes: number, east: number])[]): readonly TrackPoint[] =>
  parts.map(([fixes, east]) => ({ longitude: 118.87 + east, latitude: 28.94, at: null, fixes }));

const places = [
  place('某区', '118.8 28.9;119 28.9;119 29;118.8 29'),
  place('某广场', '118.87 28.94', '300'),
  place('某楼', '118.87 28.94', '50'),
  place('别处', '118.95 28.94', '300'),
];

t.test('the place that holds most fixes, of several the smallest; half of them at least', async (t) => {
  t.equal(
    placeOfTrack(spent([9, 0], [1, 0.001]), places.slice(1), []),
    '某广场',
    'all fixes, not nine of ten',
  );
  t.equal(placeOfTrack(spent([10, 0]), places, []), '某楼', 'the smallest of three');
  t.equal(
    placeOfTrack(spent([600, 0.08], [5, 0.05], [5, 0.03]), places.slice(1), []),
    '别处',
    'by time, not by points',
  );
  t.equal(placeOfTrack(spent([3, 0], [7, 0.04]), places.slice(1), []), null, 'only passed through');
  t.equal(placeOfTrack(spent([3, 0], [7, 0.04]), places, []), '某区');
  t.equal(placeOfTrack(spent([10, 3]), places, []), null);
  t.equal(placeOfTrack([], places, []), null);
});

t.test(
  'the place that the roster names is right where it holds the course too, and not where it does not',
  async (t) => {
    t.equal(placeOfTrack(spent([10, 0]), places, ['某区']), '某区');
    t.equal(placeOfTrack(spent([10, 0]), places, ['别处']), '某楼');
    t.equal(placeOfTrack(spent([10, 0]), places, ['未登记']), '某楼');
  },
);
