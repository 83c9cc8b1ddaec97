import t from 'tap';
import { displayWidth } from '../../src/cli/display-width.ts';
import { pairs, table } from '../../src/cli/table.ts';
import { labelled } from '../../src/texts/text.ts';

t.test('columns stand below one another, whatever the language', async (t) => {
  const columns = [{ title: '证据条目' }, { title: '大小', align: 'right' }, { title: 'path' }] as const;
  const rows = [
    ['A1', '5 B', 'a.mp4'],
    ['A-100000', '12.5 KiB', '视频.mp4'],
  ];
  t.equal(
    table(columns, rows),
    ['证据条目      大小  path', 'A1             5 B  a.mp4', 'A-100000  12.5 KiB  视频.mp4'].join('\n'),
  );
});

t.test('a file name from a card cannot steer the terminal', async (t) => {
  t.notMatch(table([{ title: 'path' }], [['\u001b[2Ja\nb.mp4']]), /\u001b|a\nb/);
  t.notMatch(pairs([['path', '\u001b]0;x\u0007']]), /[\u001b\u0007]/);
});

t.test('names and values are two columns', async (t) => {
  t.equal(
    pairs([
      ['大小', '5 B'],
      ['SHA-256', 'ab'],
    ]),
    '大小     5 B\nSHA-256  ab',
  );
});

t.test('a colon is of the language, and a Chinese one takes two cells', async (t) => {
  t.equal(labelled('en', 'case', 'A'), 'case: A');
  t.equal(labelled('zh', '案件', 'A'), '案件：A');
  const lines = table(
    [{ title: '说明' }, { title: 'ID' }],
    [
      [labelled('zh', '案件', 'A'), '1'],
      ['abc', '2'],
    ],
  ).split('\n');
  const before = lines.map((line) => displayWidth(line.slice(0, line.search(/\S+$/))));
  t.same(new Set(before), new Set([9]), 'what follows stands below one another');
});
