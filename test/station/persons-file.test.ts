import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readPersonsFile } from '../../src/station/persons-file.ts';

t.test('an ordinary file is read whole, through a link too', async (t) => {
  const folder = t.testdir();
  const path = join(folder, '说明.txt');
  writeFileSync(path, '连续执勤\n');
  t.equal((await readPersonsFile(path)).toString('utf8'), '连续执勤\n');
  symlinkSync(path, join(folder, 'link'));
  t.equal((await readPersonsFile(join(folder, 'link'))).toString('utf8'), '连续执勤\n');
  writeFileSync(path, '');
  t.equal((await readPersonsFile(path)).length, 0);
});

t.test('what never ends, never begins, or is too large is refused at once', async (t) => {
  const folder = t.testdir();
  const [fifo, large, inner] = ['fifo', 'large', 'inner'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  execFileSync('mkfifo', [fifo]);
  writeFileSync(large, '');
  truncateSync(large, 65 * 1_048_576);
  mkdirSync(inner);
  for (const path of ['/dev/zero', fifo, large, inner, join(folder, 'none'), `${folder}/a\u0000b`])
    await t.rejects(
      readPersonsFile(path, 'attach'),
      { code: 'station.attachment_wrong', field: 'attach' },
      path,
    );
});
