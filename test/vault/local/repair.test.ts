import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { originalObject } from '../../../src/vault/local/layout.ts';
import type { LocalVault } from '../../../src/vault/local/local-vault.ts';
import { bytesIn, factsOf, later } from '../../contract/vault.ts';
import { hasFlag, makeVaultFolder, openVault, stageIn, unlock } from '../../support/local-vault.ts';

const bytes = Buffer.from('what the officer recorded');
const facts = factsOf(bytes);

async function stored(t: Test): Promise<{ folder: string; path: string; vault: LocalVault }> {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder, { immutable: 'auto' });
  await vault.publish(await stageIn(folder, 'r1', bytes), facts, later);
  return { folder, path: join(folder, originalObject(facts.sha256)), vault };
}

t.test(
  'an immutable original that somebody unlocked, altered and locked again is set aside and locked',
  async (t) => {
    const { folder, path, vault } = await stored(t);
    t.equal(hasFlag(path), true);
    unlock(path);
    chmodSync(path, 0o600);
    const altered = Buffer.from(bytes);
    altered.writeUInt8(0, 3);
    writeFileSync(path, altered);
    const before = lstatSync(path);
    const { kept } = await vault.repair(await stageIn(folder, 'copy', bytes), facts, later);
    const aside = join(folder, kept ?? '');
    t.match(kept, new RegExp(`^damaged/${facts.sha256}\\.\\d{8}T\\d{6}Z$`));
    t.same(readFileSync(aside), altered);
    t.equal(lstatSync(aside).ino, before.ino, 'the very file, not a copy of it');
    t.same([hasFlag(aside), lstatSync(aside).mode & 0o777], [true, 0o444]);
    t.same([hasFlag(path), lstatSync(path).mode & 0o777], [true, 0o444], 'and so is the new one');
    t.same(await bytesIn(vault, facts.sha256), bytes);
  },
);

t.test('damaged twice within one second, both are kept under names of their own', async (t) => {
  const { folder, path, vault } = await stored(t);
  for (const planted of ['one', 'other', 'third']) {
    unlock(path);
    unlinkSync(path);
    writeFileSync(path, planted);
    await vault.repair(await stageIn(folder, 'copy', bytes), facts, later);
  }
  const names = readdirSync(join(folder, 'damaged'));
  t.same(names.map((name) => readFileSync(join(folder, 'damaged', name), 'utf8')).sort(), [
    'one',
    'other',
    'third',
  ]);
});

t.test(
  'a link or a folder in the place of an original goes aside too, and what it leads to stays',
  async (t) => {
    const elsewhere = join(await makeVaultFolder(t), 'elsewhere');
    writeFileSync(elsewhere, bytes);
    for (const plant of [
      (path: string) => symlinkSync(elsewhere, path),
      (path: string) => mkdirSync(join(path, 'deep'), { recursive: true }),
    ]) {
      const { folder, path, vault } = await stored(t);
      unlock(path);
      unlinkSync(path);
      plant(path);
      const { kept } = await vault.repair(await stageIn(folder, 'copy', bytes), facts, later);
      t.notOk(lstatSync(join(folder, kept ?? '')).isFile());
      t.ok(lstatSync(path).isFile());
      t.same(await vault.reread(facts), { found: 'equal' });
    }
    t.same(readFileSync(elsewhere), bytes);
  },
);

t.test(
  'what was set aside goes with its original when that is disposed of, and nothing else does',
  async (t) => {
    const { folder, path, vault } = await stored(t);
    unlock(path);
    unlinkSync(path);
    writeFileSync(path, 'damaged');
    await vault.repair(await stageIn(folder, 'copy', bytes), facts, later);
    const ofAnother = join(folder, 'damaged', `${'0'.repeat(64)}.20260302T010000Z`);
    writeFileSync(ofAnother, 'of another original');
    t.equal(readdirSync(join(folder, 'damaged')).length, 2);
    const aged = await openVault(folder, { immutable: 'auto', now: () => later.add({ hours: 1 }) });
    await aged.dispose(facts.sha256, 'ST01-E000001');
    t.same(
      readdirSync(join(folder, 'damaged')).map((name) => join(folder, 'damaged', name)),
      [ofAnother],
    );
  },
);
