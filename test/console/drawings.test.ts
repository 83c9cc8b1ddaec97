import fc from 'fast-check';
import t from 'tap';
import { drawnMap, metersAlong } from '../../src/console/pages/item/map.ts';
import { labelWidth, momentsOf, timeLine } from '../../src/console/pages/item/time-line.ts';

const zone = 'Asia/Shanghai';
const given = {
  start: '2026-11-27T10:00:00Z',
  due: '2026-11-28T10:00:00Z',
  lastDue: '2026-12-02T16:00:00Z',
  ended: '2026-11-27T09:00:00Z',
  returned: '2026-11-27T10:00:00Z',
  docked: '2026-11-27T10:00:05Z',
  stored: '2026-11-27T10:00:09Z',
};

t.test('moments come in the order of time; now is one only while nothing is stored', async (t) => {
  const now = '2026-11-27T12:00:00Z';
  t.strictSame(
    momentsOf(given, now).map(({ name }) => name),
    ['recorded', 'returned', 'docked', 'stored', 'due', 'last'],
  );
  const waiting = momentsOf({ ...given, stored: null }, now).map(({ name }) => name);
  t.strictSame(waiting, ['recorded', 'returned', 'docked', 'now', 'due', 'last']);
});

t.test('what lies close together is told on rows of its own, and rest days are shaded whole', async (t) => {
  const frame = { width: 800, zone, restDays: ['2026-11-28', '2026-11-29'], given };
  const line = timeLine(momentsOf(given, ''), frame);
  const close = line.moments.slice(0, 4).map(({ row }) => row);
  t.equal(new Set(close).size, 4);
  t.ok(line.moments.every(({ x }) => x >= 0 && x <= 800));
  const [saturday, sunday] = line.rest;
  t.equal(saturday?.to, sunday?.from);
  t.equal(line.limit?.to, line.further?.from);
  t.equal(line.days.find(({ day }) => day === '2026-11-28')?.x, saturday?.from);
});

t.test('however close moments lie, no label lies over another, nor over what holds up another', async (t) => {
  const minutes = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(minutes, (all) => {
      const moments = all
        .toSorted((a, b) => a - b)
        .map((one) => ({ name: 'now', at: new Date(one * 60_000).toISOString() }) as const);
      const { moments: drawn } = timeLine(moments, { width: 800, zone, restDays: [], given });
      for (const [at, one] of drawn.entries()) {
        t.ok(one.x >= 0 && one.x + labelWidth <= 800);
        for (const other of drawn.slice(at + 1))
          t.ok(other.x >= one.x + labelWidth || other.row < one.row, 'its label flies over the later pole');
      }
    }),
  );
});

t.test('a kilometre is as long to the north as to the east, and the grid has round steps', async (t) => {
  const from = { longitude: 121.47, latitude: 31.23 };
  const east = { ...from, longitude: from.longitude + 1_000 / (111_195 * Math.cos((31.23 * Math.PI) / 180)) };
  const north = { ...from, latitude: from.latitude + 1_000 / 111_195 };
  const map = drawnMap([east, from, north], [{ name: '广场', points: [from], radiusMeters: 100 }], {
    width: 400,
    height: 280,
  });
  const [a, b, c] = map.track;
  const lengths = [(a?.x ?? 0) - (b?.x ?? 0), (b?.y ?? 0) - (c?.y ?? 0)] as const;
  t.ok(Math.abs(lengths[0] - lengths[1]) < 0.1, String(lengths));
  t.ok(map.track.every(({ x, y }) => x >= 0 && x <= 400 && y >= 0 && y <= 280));
  t.match(String(map.stepMeters), /^[125]0*$/);
  t.ok(Math.abs(metersAlong([from, north]) - 1_000) < 1);
  t.ok(drawnMap([from], [], { width: 400, height: 280 }).columns.length < 40, 'one point is a map too');
});
