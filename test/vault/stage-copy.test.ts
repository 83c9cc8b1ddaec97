import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { originalObject } from '../../src/vault/local/layout.ts';
import { ReadEnded } from '../../src/vault/pacer.ts';
import { stageCopy, sweepCopies } from '../../src/vault/stage-copy.ts';
import { factsOf, later } from '../contract/vault.ts';
import { makeVaultFolder, openVault, stageIn } from '../support/local-vault.ts';

async function pair(t: Test, bytes: Buffer) {
  const [folder, into] = [await makeVaultFolder(t), await makeVaultFolder(t)];
  const [from, to] = [await openVault(folder), await openVault(into)];
  await from.publish(await stageIn(folder, 'r1', bytes), factsOf(bytes), later);
  return { from, to, path: join(folder, originalObject(factsOf(bytes).sha256)), into };
}

const bytes = Buffer.alloc(2_500_000, 5);

t.test(
  'a copy is staged whole where it equals both digests, and nothing is left of one that does not',
  async (t) => {
    const { from, to, into } = await pair(t, bytes);
    const copy = await stageCopy(from, to, factsOf(bytes));
    t.same('staged' in copy && readFileSync(copy.staged), bytes);
    for (const wrong of [
      { ...factsOf(bytes), blake3: 'ab'.repeat(32) },
      { ...factsOf(bytes), bytes: 2_499_999 },
      { ...factsOf(bytes), bytes: 2_500_001 },
    ]) {
      const differs = await stageCopy(from, to, wrong);
      t.ok('found' in differs);
      t.same(readdirSync(join(into, 'staging')), []);
    }
  },
);

t.test('the digest that names an original is held against its bytes, not only the quicker one', async (t) => {
  const { from, to, path } = await pair(t, bytes);
  const other = Buffer.alloc(2_500_000, 6);
  rmSync(path);
  writeFileSync(path, other);
  const planted = { ...factsOf(other), sha256: factsOf(bytes).sha256 };
  t.match(await stageCopy(from, to, planted), { expected: /^sha256/ });
});

t.test('a staged name that is the original itself after a crash is never written into', async (t) => {
  const { from, to, path } = await pair(t, bytes);
  const other = Buffer.from('another original');
  linkSync(path, join(to.staging, `copy-${factsOf(other).sha256}`));
  await t.rejects(stageCopy(from, to, factsOf(other)), { code: 'vault.original_missing' });
  t.equal(Buffer.compare(readFileSync(path), bytes), 0);
});

t.test('ended in the middle it leaves nothing, and what a crash left is swept', async (t) => {
  const { from, to, into } = await pair(t, bytes);
  const pace = async (): Promise<void> => {
    throw new ReadEnded('the read was ended');
  };
  await t.rejects(stageCopy(from, to, factsOf(bytes), pace), { message: 'the read was ended' });
  t.same(readdirSync(join(into, 'staging')), []);
  writeFileSync(join(into, 'staging', `copy-${'a'.repeat(64)}`), 'half');
  writeFileSync(join(into, 'staging', 'somebody-elses'), 'whole');
  await sweepCopies(to.staging);
  t.same(readdirSync(join(into, 'staging')), ['somebody-elses']);
});
