import { mkdir, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { Folders, makeFolderChain } from '../../../src/vault/local/durable.ts';
import { codeOf } from '../../contract/vault.ts';
import { testFolder } from '../../support/local-vault.ts';

t.test('folders are made once, and known from then on', async (t) => {
  const root = await testFolder(t);
  const folders = new Folders();
  const first = await folders.make(root, ['a', 'b']);
  t.same(first, { path: join(root, 'a/b'), unsettled: [join(root, 'a'), join(root, 'a/b')] });
  t.same((await folders.make(root, ['a', 'c'])).unsettled.length, 2, 'not known before they are durable');
  await folders.settle(first);
  t.same((await folders.make(root, ['a', 'b'])).unsettled, []);
  folders.forget();
  t.same((await folders.make(root, ['a', 'b'])).unsettled.length, 2, 'forgotten ones are met anew');
});

t.test('a file or a link in the place of a folder is refused', async (t) => {
  const root = await testFolder(t);
  await writeFile(join(root, 'file'), '');
  await mkdir(join(root, 'real'));
  await symlink('real', join(root, 'link'));
  t.equal(await codeOf(new Folders().make(root, ['file', 'x'])), 'vault.object_foreign');
  t.equal(await codeOf(new Folders().make(root, ['link', 'x'])), 'vault.object_foreign');
});

t.test(
  'many who ask at once for one folder are all served, and a failed fsync is told to its askers only',
  async (t) => {
    const root = await testFolder(t);
    const folder = join(root, 'a');
    const folders = new Folders();
    const failed = await Promise.allSettled([1, 2, 3].map(() => folders.sync(folder)));
    t.same(
      failed.map(({ status }) => status),
      ['rejected', 'rejected', 'rejected'],
    );
    await mkdir(join(root, 'b'));
    await rename(join(root, 'b'), folder);
    const served = await Promise.allSettled([1, 2, 3].map(() => folders.sync(folder)));
    t.same(
      served.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'fulfilled'],
    );
  },
);

t.test('a chain of folders is made private to the station', async (t) => {
  const path = join(await testFolder(t), 'x/y/z');
  await makeFolderChain(path);
  await makeFolderChain(path);
  t.equal((await stat(path)).mode & 0o777, 0o700);
});
