import t from 'tap';
import { withRows } from '../../scripts/lib/faults/results.ts';

const page = [
  '# Page',
  '',
  '## One',
  '',
  '| a |',
  '|---|',
  '| 1 |',
  '',
  '## Two',
  '',
  '| b |',
  '|---|',
  '',
].join('\n');

t.test('a campaign adds its rows below its own table, and takes none away', async (t) => {
  t.equal(withRows(page, 'One', ['| 2 |']), page.replace('| 1 |', '| 1 |\n| 2 |'));
  t.equal(
    withRows(page, 'Two', ['| 3 |', '| 4 |']),
    page.replace('| b |\n|---|', '| b |\n|---|\n| 3 |\n| 4 |'),
  );
  t.throws(() => withRows(page, 'Three', ['| 5 |']), /no heading/);
});
