import t from 'tap';
import type { Fix } from '../../../src/tagging/location/fix.ts';
import { locatedBy, type SourcedFixes } from '../../../src/tagging/location/located.ts';

const start = Temporal.Instant.from('2026-09-02T10:00:00.250Z');

function source(
  name: SourcedFixes['source'],
  fixes: readonly Fix[],
  more: Partial<SourcedFixes> = {},
): SourcedFixes {
  return { source: name, fixes, badSums: 0, malformed: 0, whole: true, ...more };
}

/** So many seconds at one place, east of 118.87 by so much. */
function stay(seconds: number, east = 0, accuracyMeters: number | null = null): readonly Fix[] {
  return Array.from({ length: seconds }, (_, i) => ({
    longitude: 118.87 + east,
    latitude: 28.94,
    at: start.add({ seconds: i }),
    accuracyMeters,
  }));
}

const point: Fix = { longitude: 118.87, latitude: 28.94, at: null, accuracyMeters: 12.2 };

t.test(
  'a course is believed before a point; what the others say stands beside, with how far apart',
  async (t) => {
    const located = locatedBy('E1', [
      source('container', [{ ...point, longitude: 118.98 }]),
      source('embedded', stay(10, 1e-4)),
      source('gpx', stay(20), { whole: false }),
    ]);
    t.match(located, {
      data: {
        evidence: 'E1',
        source: 'gpx',
        start: '2026-09-02T10:00:00.25Z',
        end: '2026-09-02T10:00:19.25Z',
        fixes: 20,
        dropped: 0,
        points: 2,
        withinMeters: 5,
        accuracyMeters: null,
      },
      track: '[[1188700000,289400000,0,19],[1188700000,289400000,19000,1]]',
    });
    t.match(located?.data.claims, [
      { source: 'gpx', fixes: 20, whole: false, apartMeters: null },
      { source: 'embedded', fixes: 10, apartMeters: 10 },
      { source: 'container', fixes: 1, apartMeters: 10704 },
    ]);
  },
);

t.test(
  'of several sidecars the one with the most fixes; one without any leaves the word to the next',
  async (t) => {
    const two = locatedBy('E1', [source('nmea', stay(3, 0.1)), source('nmea', stay(9))]);
    t.match(two?.data, { source: 'nmea', fixes: 9, claims: [{ fixes: 9 }, { fixes: 3 }] });
    const broken = locatedBy('E1', [
      source('nmea', [{ ...point, longitude: 0, latitude: 0 }], { badSums: 7, malformed: 1 }),
      source('container', [point]),
    ]);
    t.match(broken?.data, {
      source: 'container',
      ...{ start: null, end: null, fixes: 1, dropped: 9, accuracyMeters: 13 },
      claims: [
        { source: 'nmea', fixes: 0, dropped: { check_sum: 7, malformed: 1, nowhere: 1 }, apartMeters: null },
        { source: 'container', fixes: 1, dropped: {} },
      ],
    });
  },
);

t.test(
  'nothing is made up: no source, no place; only what cannot be believed, no place either',
  async (t) => {
    t.equal(locatedBy('E1', []), null);
    t.equal(locatedBy('E1', [source('nmea', []), source('container', [])]), null);
    t.match(locatedBy('E1', [source('nmea', [], { badSums: 5 })]), {
      data: { source: null, fixes: 0, dropped: 5, points: 0 },
      track: null,
    });
  },
);

t.test('half of the fixes are at least as exact as is said', async (t) => {
  const fixes = [...stay(2, 0, 5), ...stay(2, 0, 8.1), ...stay(1, 0, 250)];
  t.equal(locatedBy('E1', [source('nmea', fixes)])?.data.accuracyMeters, 9);
});
