import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { makeFolders } from '../src/make-folders.ts';

t.test('what is missing is made, and the uppermost of it named', async (t) => {
  const here = t.testdir();
  t.equal(await makeFolders(join(here, 'a/b/c'), 0o700), join(here, 'a'));
  t.equal(statSync(join(here, 'a/b/c')).mode & 0o777, 0o700);
  t.equal(await makeFolders(join(here, 'a/b/c')), null);
  t.equal(await makeFolders(join(here, 'a/b/d')), join(here, 'a/b/d'));
  const both = await Promise.all([makeFolders(join(here, 'x/y')), makeFolders(join(here, 'x/z'))]);
  t.ok(both.every((one) => one !== null));
});

t.test('a place that can have no folder is an error, not an endless try', async (t) => {
  const here = t.testdir();
  writeFileSync(join(here, 'file'), '');
  mkdirSync(join(here, 'folder'));
  await t.rejects(makeFolders(join(here, 'file')), { code: 'EEXIST' });
  await t.rejects(makeFolders(join(here, 'file/below')), { code: 'ENOTDIR' });
  await t.rejects(makeFolders('/proc/docket-none'), { code: 'ENOENT' });
  await t.rejects(makeFolders('/proc/docket-none/deeper/still'), { code: 'ENOENT' });
});
