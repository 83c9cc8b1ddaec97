import fc from 'fast-check';
import t from 'tap';
import type { Fix } from '../../../src/tagging/location/fix.ts';
import { soundFixes } from '../../../src/tagging/location/sound-fixes.ts';

const start = Temporal.Instant.from('2026-09-02T10:00:00Z');

function fix(seconds: number | null, longitude: number, latitude: number): Fix {
  const at = seconds === null ? null : start.add({ milliseconds: Math.round(seconds * 1_000) });
  return { longitude, latitude, at, accuracyMeters: null };
}

/** Somebody walks east, a metre a second. */
const walk = (from: number, seconds: number): readonly Fix[] =>
  Array.from({ length: seconds }, (_, i) => fix(from + i, 118.87 + (from + i) * 1e-5, 28.94));

t.test('0,0 and what lies on no globe is dropped and counted', async (t) => {
  const found = soundFixes([
    ...walk(0, 3),
    fix(3, 0, 0),
    fix(4, 0.000_9, -0.000_9),
    fix(5, 181, 28.94),
    fix(6, 118.87, -90.1),
    fix(7, Number.NaN, 28.94),
  ]);
  t.match(found, { fixes: { length: 3 }, nowhere: 2, offEarth: 3, jumped: 0 });
  t.match(soundFixes([fix(0, 0, 51.5)]), { fixes: { length: 1 } }, 'Greenwich is a place');
});

t.test('a jump that no train makes is dropped, and so is a first fix that is wrong', async (t) => {
  const away = fix(5.5, 120, 30);
  t.match(soundFixes([...walk(0, 6), away, ...walk(7, 5)]), { fixes: { length: 11 }, jumped: 1 });
  t.match(soundFixes([fix(0, 120, 30), ...walk(1, 9)]), { fixes: { length: 9 }, jumped: 1 });
  const there = walk(0, 4).map((one) => ({ ...one, longitude: 116 }));
  t.match(soundFixes([...there, ...walk(4, 9)]), { fixes: { length: 9 }, jumped: 4 }, 'the longer course');
});

t.test('a train, a tunnel and a receiver that wavers are no jumps', async (t) => {
  const train = Array.from({ length: 20 }, (_, i) => fix(i, 118.87 + i * 0.001, 28.94));
  t.match(soundFixes(train), { fixes: { length: 20 } }, 'some 350 km/h');
  const tunnel = [...walk(0, 3), ...walk(0, 3).map((one) => fix(600, one.longitude + 0.5, 28.94))];
  t.match(soundFixes(tunnel), { fixes: { length: 6 } });
  t.match(soundFixes([fix(0, 118.87, 28.94), fix(0, 118.871, 28.94)]), { fixes: { length: 2 } });
});

t.test('without times nothing is said of speed; with them the order is theirs', async (t) => {
  t.match(soundFixes([fix(null, 118, 28), fix(null, 120, 30)]), { fixes: { length: 2 }, jumped: 0 });
  const course = walk(0, 3);
  t.strictSame(soundFixes(course.toReversed()).fixes, course);
});

t.test('nothing is lost uncounted, what is kept can be believed, and a file of jumps ends', async (t) => {
  const any: fc.Arbitrary<Fix> = fc.record({
    longitude: fc.double({ min: -200, max: 200 }),
    latitude: fc.double({ min: -100, max: 100 }),
    at: fc.option(
      fc.nat(1_000_000).map((ms) => start.add({ milliseconds: ms })),
      { nil: null },
    ),
    accuracyMeters: fc.constant(null),
  });
  const whole = fc.property(fc.array(any, { maxLength: 60 }), (all) => {
    const { fixes, nowhere, offEarth, jumped } = soundFixes(all);
    return (
      fixes.length + nowhere + offEarth + jumped === all.length && fixes.every((one) => all.includes(one))
    );
  });
  t.doesNotThrow(() => fc.assert(whole));
  const jumping = Array.from({ length: 20_000 }, (_, i) => fix(i, (i * 77) % 180, (i * 31) % 90));
  t.ok(soundFixes(jumping).jumped > 15_000);
});
