import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import t from 'tap';
import { chattr } from '../../../src/vault/local/chattr.ts';
import { Flags, tryImmutable } from '../../../src/vault/local/immutable.ts';
import { factsOf, later } from '../../contract/vault.ts';
import { hasFlag, makeVaultFolder, openVault, stageIn } from '../../support/local-vault.ts';

t.test('those who wait while a batch runs share the next one, up to 200 files', async (t) => {
  const batches: number[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const flags = new Flags(async (paths) => {
    batches.push(paths.length);
    await gate;
    return true;
  });
  const first = flags.set(['0']);
  const others = Array.from({ length: 450 }, (_, i) => flags.set([`${i + 1}`]));
  open();
  t.same(new Set(await Promise.all([first, ...others])), new Set([true]));
  t.same(batches, [1, 200, 200, 50]);
});

t.test('a batch starts when everybody who is under way waits for it', async (t) => {
  const batches: string[][] = [];
  const hours = 3_600_000;
  const flags = new Flags(async (paths) => {
    batches.push([...paths]);
    return true;
  }, hours);
  const slow = flags.expect(async () => {
    await turn();
    await flags.set(['slow']);
  });
  const gone = flags.expect(async () => {
    throw new Error('failed before it could ask');
  });
  const quick = flags.expect(() => flags.set(['quick', 'record']));
  await Promise.all([slow, quick, gone.catch(() => undefined)]);
  t.same(batches, [['quick', 'record', 'slow']]);
});

t.test('a batch does not wait for ever for somebody who is under way', async (t) => {
  const flags = new Flags(async () => true, 1);
  let release = () => {};
  const stuck = flags.expect(
    () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }),
  );
  t.equal(await flags.expect(() => flags.set(['quick'])), true);
  release();
  await stuck;
});

t.test('one file that refuses the flag does not speak for its batch', async (t) => {
  const flags = new Flags(async (paths) => !paths.includes('bad'));
  const first = flags.set(['first']);
  const results = await Promise.all([first, flags.set(['good']), flags.set(['bad']), flags.set(['fine'])]);
  t.same(results, [true, true, false, true]);
});

t.test('a vault that sets no flags says so at once', async (t) => {
  t.equal(await new Flags(null).set(['x']), false);
});

t.test(
  'a flag that is refused, ignored or cannot be set leaves a vault that works and says why',
  async (t) => {
    const folder = await makeVaultFolder(t);
    const marker = join(folder, 'docket-vault.json');
    t.same(await tryImmutable(marker, async () => false), { set: false, because: 'chattr +i was refused' });
    t.equal((await tryImmutable(marker, async () => true)).set, false, 'accepted and ignored');

    const untried = await tryImmutable(`${marker}-missing`, async () => true);
    t.same(untried, { set: false, because: 'the marker could not be tried (ENOENT)' });

    const vault = await openVault(folder, { immutable: 'auto', flag: async () => false });
    const bytes = Buffer.from('evidence');
    const published = await vault.publish(await stageIn(folder, 'r1', bytes), factsOf(bytes), later);
    t.equal(published.immutable, false);
    t.equal(vault.immutability.set, false);
  },
);

t.test('a flag that fails for one original only is told by that original', async (t) => {
  const folder = await makeVaultFolder(t);
  let broken = false;
  const flag = async (paths: readonly string[]) => !broken && (await chattr(paths));
  const vault = await openVault(folder, { immutable: 'auto', flag });
  t.same(vault.immutability, { set: true });
  const bytes = Buffer.from('evidence');
  broken = true;
  const staged = await stageIn(folder, 'r1', bytes);
  t.equal((await vault.publish(staged, factsOf(bytes), later)).immutable, false);
  broken = false;
  const mended = await vault.publish(staged, factsOf(bytes), later);
  t.equal(mended.immutable, true, 'publishing again sets it');
  t.equal(hasFlag(mended.location), true);
});
