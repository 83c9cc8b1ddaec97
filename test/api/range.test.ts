import fc from 'fast-check';
import t from 'tap';
import { rangeAsked } from '../../src/api/http/range.ts';

t.test('what no player writes counts as not said', async (t) => {
  for (const header of [
    undefined,
    '',
    'bytes=',
    'bytes=-',
    'bytes=a-b',
    'bytes=5-3',
    'bytes=0-1,4-5',
    'lines=0-1',
    'bytes=0x1-2',
    'bytes=1-2; DROP',
    `bytes=${'9'.repeat(40)}-`,
  ])
    t.equal(rangeAsked(header, 10), 'all', header ?? 'none');
});

t.test('ends are those of RFC 9110', async (t) => {
  t.same(rangeAsked('bytes=0-0', 10), { from: 0, to: 0 });
  t.same(rangeAsked('bytes=3-', 10), { from: 3, to: 9 });
  t.same(rangeAsked('bytes=3-99', 10), { from: 3, to: 9 });
  t.same(rangeAsked('bytes=-3', 10), { from: 7, to: 9 });
  t.same(rangeAsked('bytes=-99', 10), { from: 0, to: 9 });
  t.equal(rangeAsked('bytes=10-', 10), 'none');
  t.equal(rangeAsked('bytes=-0', 10), 'none');
  t.equal(rangeAsked('bytes=0-', 0), 'none');
});

t.test('whatever is asked, no byte beyond the end is promised', async () => {
  const edge = fc.option(fc.nat({ max: 2_000 }), { nil: null });
  fc.assert(
    fc.property(edge, edge, fc.nat({ max: 1_000 }), (first, last, bytes) => {
      const range = rangeAsked(`bytes=${first ?? ''}-${last ?? ''}`, bytes);
      return typeof range === 'string' || (range.from >= 0 && range.from <= range.to && range.to < bytes);
    }),
  );
});
