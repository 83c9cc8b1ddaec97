import fc from 'fast-check';
import t from 'tap';
import { cutEnd, cutStart, displayWidth, inCells, inLines } from '../../src/cli/display-width.ts';

t.test('Chinese takes two cells a character, marks that stand on others none', async (t) => {
  t.equal(displayWidth('仓位 01'), 7);
  t.equal(displayWidth('abc'), 3);
  t.equal(displayWidth('，。（）'), 8);
  t.equal(displayWidth('e\u0301'), 1);
  t.equal(displayWidth('█░┃…'), 4);
  t.equal(displayWidth('𠮷🎥'), 4);
});

t.test('a text is cut between characters, never within one', async (t) => {
  t.equal(cutEnd('执法记录仪', 6), '执法…');
  t.equal(cutEnd('执法记录仪', 10), '执法记录仪');
  t.equal(cutStart('DCIM/VIDEO/a.mp4', 8), '…O/a.mp4');
  t.equal(cutStart('证据.mp4', 6), '….mp4');
  t.equal(inCells('执法', 7), '执法   ');
  t.equal(inCells('5', 3, 'right'), '  5');
});

t.test('lines break at spaces where there are any, and anywhere in Chinese', async (t) => {
  t.strictSame(inLines('register it with docket devices', 20, 2), ['register it with', 'docket devices']);
  t.strictSame(inLines('存储卡与任何设备型号档案都不匹配', 10, 2), ['存储卡与任', '何设备型…']);
  t.strictSame(inLines('short', 10, 2), ['short']);
});

t.test('whatever the text, no cut is wider than it may be', async (t) => {
  const cells = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), cells, (text, width) => {
      t.ok(displayWidth(cutEnd(text, width)) <= width);
      t.ok(displayWidth(cutStart(text, width)) <= width);
      for (const line of inLines(text, width + 2, 3)) t.ok(displayWidth(line) <= width + 2);
      return true;
    }),
    { numRuns: 200 },
  );
});
