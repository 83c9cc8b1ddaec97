import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blake3 } from '@napi-rs/blake-hash';
import t from 'tap';
import { errnoOf } from '../../../src/errors.ts';
import { directReread, rereadDroppingCache } from '../../../src/vault/local/direct-reread.ts';
import { testFolder } from '../../support/local-vault.ts';

const half = 524_288;

t.test(
  'every size around a block and a buffer is read whole, past the cache and by the second-best way',
  async (t) => {
    const folder = await testFolder(t);
    for (const size of [
      0,
      1,
      4095,
      4096,
      4097,
      half - 1,
      half,
      half + 1,
      2 * half,
      3 * half + 4096,
      3 * half + 7,
    ]) {
      const bytes = Buffer.alloc(size, `${size} `);
      const path = join(folder, `${size}`);
      await writeFile(path, bytes);
      const expected = { bytes: size, blake3: blake3(bytes).toString('hex') };
      t.same(await directReread(path, size), { ...expected, way: 'direct' }, `${size} direct`);
      t.same(await rereadDroppingCache(path, size), { ...expected, way: 'cache_dropped' }, `${size} dropped`);
    }
  },
);

t.test('many at once do not mix their buffers', async (t) => {
  const folder = await testFolder(t);
  const sizes = Array.from({ length: 12 }, (_, i) => half + i * 4096 + i);
  await Promise.all(
    sizes.map(async (size) => {
      const bytes = Buffer.alloc(size, `${size}`);
      await writeFile(join(folder, `${size}`), bytes);
      const { blake3: found } = await directReread(join(folder, `${size}`), size);
      t.equal(found, blake3(bytes).toString('hex'));
    }),
  );
});

t.test('reading stops soon after there is more than there should be', async (t) => {
  const path = join(await testFolder(t), 'grown');
  await writeFile(path, Buffer.alloc(5 * half));
  const { bytes } = await directReread(path, 10);
  t.ok(bytes > 10 && bytes < 5 * half, `${bytes}`);
});

t.test('a link is not followed, and what is missing says so', async (t) => {
  const folder = await testFolder(t);
  await writeFile(join(folder, 'real'), 'x');
  await symlink(join(folder, 'real'), join(folder, 'link'));
  await t.rejects(directReread(join(folder, 'link'), 1), { code: 'ELOOP' });
  const missing: unknown = await directReread(join(folder, 'none'), 1).catch((error: unknown) => error);
  t.equal(errnoOf(missing), 'ENOENT');
});
