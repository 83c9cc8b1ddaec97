import fc from 'fast-check';
import t from 'tap';
import { partInSight } from '../../src/console/parts/part-in-sight.ts';
import { rowAfter } from '../../src/console/parts/row-after.ts';

const places = {
  rows: fc.integer({ min: 0, max: 20_000 }),
  row: fc.integer({ min: 20, max: 90 }),
  height: fc.integer({ min: 100, max: 2_000 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
};

t.test('whatever is in sight is drawn, and the list is as high as if all of it were', async (t) => {
  fc.assert(
    fc.property(fc.record(places), ({ rows, row, height, share }) => {
      const top = Math.max(0, rows * row - height) * share;
      const { first, end, above, below } = partInSight(rows, top, { row, height });
      t.equal(above + (end - first) * row + below, rows * row);
      t.ok(first * row <= top, 'the first row in sight is drawn');
      t.ok(end === rows || end * row >= top + height, 'and the last');
      t.ok(end - first <= Math.ceil(height / row) + 80, 'however many there are');
    }),
  );
});

t.test('a key never leads out of the list', async (t) => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'x');
  fc.assert(
    fc.property(keys, fc.nat(50), fc.nat(50), (key, at, more) => {
      const count = at + more + 1;
      const to = rowAfter(key, at, count);
      t.ok(key === 'x' ? to === null : to !== null && to >= 0 && to < count);
    }),
  );
  t.equal(rowAfter('ArrowDown', null, 0), null);
  t.equal(rowAfter('ArrowDown', null, 3), 0, 'from the table into its first row');
});
