import { execFileSync } from 'node:child_process';
import { link, mkdir, readFile, rename, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import t from 'tap';
import { errnoOf } from '../../../src/errors.ts';
import { originalObject } from '../../../src/vault/local/layout.ts';
import { all, codeOf, exists, factsOf, later } from '../../contract/vault.ts';
import { hasFlag, makeVaultFolder, openVault, stageIn } from '../../support/local-vault.ts';

const bytes = Buffer.from('evidence');
const facts = factsOf(bytes);

async function errnoOfDoing(action: Promise<unknown>): Promise<string | null> {
  return await action.then(
    () => 'allowed',
    (error: unknown) => errnoOf(error),
  );
}

t.test('modes: folders 0700, originals, records and log objects 0444', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder);
  const { location } = await vault.publish(await stageIn(folder, 'r1', bytes), facts, later);
  await vault.putLog('a/b', bytes);
  const record = join(folder, 'retention', facts.sha256.slice(0, 2), facts.sha256.slice(2, 4), facts.sha256);
  const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8);
  for (const path of [folder, vault.staging, dirname(location), record, join(folder, 'log/a')]) {
    t.equal(await modeOf(path), '700', path);
  }
  for (const path of [location, join(record, '20870521T000000Z'), join(folder, 'log/a/b')]) {
    t.equal(await modeOf(path), '444', path);
  }
});

t.test('read-only mode does not stop root, and a re-read finds what root did', async (t) => {
  t.equal(process.getuid?.(), 0, 'this test is about root and must run as root');
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder, { immutable: 'off' });
  const published = await vault.publish(await stageIn(folder, 'r1', bytes), facts, later);
  t.equal(published.immutable, false);
  t.equal(vault.immutability.set, false);
  await writeFile(published.location, 'forgery!');
  t.equal((await vault.reread(facts)).found, 'altered');
});

t.test('the immutable flag stops root: no write, no removal, no other name, no mode', async (t) => {
  t.equal(process.getuid?.(), 0, 'this test is about root and must run as root');
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder, { immutable: 'auto' });
  t.same(vault.immutability, { set: true }, 'this needs a disk that has the flag');
  const { immutable, location } = await vault.publish(await stageIn(folder, 'r1', bytes), facts, later);
  await vault.putLog('note', bytes);
  t.equal(immutable, true);
  const record = join(folder, 'retention', facts.sha256.slice(0, 2), facts.sha256.slice(2, 4), facts.sha256);
  const locked = [location, join(record, '20870521T000000Z'), join(folder, 'log/note')];
  for (const path of [...locked, join(folder, 'docket-vault.json')]) {
    t.equal(hasFlag(path), true, path);
    t.equal(await errnoOfDoing(writeFile(path, 'forgery!')), 'EPERM', 'written');
    t.equal(await errnoOfDoing(unlink(path)), 'EPERM', 'removed');
    t.equal(await errnoOfDoing(rename(path, `${path}x`)), 'EPERM', 'renamed');
    t.equal(await errnoOfDoing(link(path, `${path}y`)), 'EPERM', 'linked');
  }
  t.same(await vault.reread(facts), { found: 'equal' });
});

t.test('a link under the final name is neither followed nor replaced', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder);
  const final = join(folder, originalObject(facts.sha256));
  const elsewhere = join(folder, 'elsewhere');
  await writeFile(elsewhere, bytes);
  await mkdir(dirname(final), { recursive: true });
  await symlink(elsewhere, final);
  const staged = await stageIn(folder, 'r1', bytes);

  t.equal(await codeOf(vault.publish(staged, facts, later)), 'vault.object_foreign');
  t.equal(await exists(staged), true, 'the staged recording is kept');
  t.equal(await vault.holds(facts.sha256, facts.bytes), false);
  t.equal((await vault.reread(facts)).found, 'altered');
  t.equal(await codeOf(all(vault.read(facts.sha256))), 'vault.object_foreign');
  t.same(await all(vault.originals()), []);
});

t.test('a dangling link, a folder and a FIFO under the final name are refused', async (t) => {
  const plants: Readonly<Record<string, (final: string) => Promise<void>>> = {
    'dangling link': (final) => symlink('/nonexistent/docket', final),
    folder: (final) => mkdir(final),
    FIFO: async (final) => void execFileSync('mkfifo', [final]),
  };
  for (const [what, plant] of Object.entries(plants)) {
    const folder = await makeVaultFolder(t);
    const vault = await openVault(folder);
    const final = join(folder, originalObject(facts.sha256));
    await mkdir(dirname(final), { recursive: true });
    await plant(final);
    const staged = await stageIn(folder, 'r1', bytes);
    t.equal(await codeOf(vault.publish(staged, facts, later)), 'vault.object_foreign', what);
    t.equal(await exists(staged), true, `${what}: the staged recording is kept`);
    t.equal((await vault.reread(facts)).found, 'altered', what);
  }
});

t.test('a link in the place of a folder does not lead the vault elsewhere', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder);
  const outside = join(folder, '..', 'outside');
  await mkdir(outside);
  await symlink(outside, join(folder, 'originals', facts.sha256.slice(0, 2)));
  await symlink(outside, join(folder, 'log/tile'));
  const staged = await stageIn(folder, 'r1', bytes);
  t.equal(await codeOf(vault.publish(staged, facts, later)), 'vault.object_foreign');
  t.equal(await codeOf(vault.putLog('tile/1', bytes)), 'vault.object_foreign');
  t.equal(await exists(join(outside, facts.sha256.slice(2, 4))), false, 'nothing was written outside');
  t.equal(await exists(staged), true);
});

t.test('a staged name that is a link, or lies elsewhere, is not published', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder);
  const elsewhere = join(folder, 'elsewhere');
  await writeFile(elsewhere, bytes);
  await symlink(elsewhere, join(vault.staging, 'link'));
  t.equal(await codeOf(vault.publish('link', facts, later)), 'vault.object_foreign');
  t.equal(await codeOf(vault.publish(elsewhere, facts, later)), 'vault.staged_elsewhere');
  t.equal(await codeOf(vault.publish('../elsewhere', facts, later)), 'vault.staged_elsewhere');
  t.equal(await codeOf(vault.publish('..', facts, later)), 'vault.staged_elsewhere');
  t.equal(await vault.holds(facts.sha256, facts.bytes), false);
});

t.test('other bytes of the same size under the digest: both files are kept', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder, { immutable: 'auto' });
  const final = join(folder, originalObject(facts.sha256));
  await mkdir(dirname(final), { recursive: true });
  await writeFile(final, 'forgery!');
  const staged = await stageIn(folder, 'r1', bytes);
  t.equal(await codeOf(vault.publish(staged, facts, later)), 'vault.object_differs');
  t.equal(await readFile(final, 'utf8'), 'forgery!');
  t.same(await readFile(staged), bytes);
  t.equal(hasFlag(final), false, 'a forgery is not locked');
  t.equal(await vault.retainedUntil(facts.sha256), null);
});

t.test(
  'after a crash between link and unlink the same file is not read again; a standing other one is',
  async (t) => {
    const folder = await makeVaultFolder(t);
    let rereads = 0;
    const vault = await openVault(folder, {
      reread: async () => {
        rereads += 1;
        return facts;
      },
    });
    const staged = await stageIn(folder, 'r1', bytes);
    const final = join(folder, originalObject(facts.sha256));
    await mkdir(dirname(final), { recursive: true });
    await link(staged, final);
    await vault.publish(staged, facts, later);
    t.equal(rereads, 0);
    await vault.publish(await stageIn(folder, 'r2', bytes), facts, later);
    t.equal(rereads, 1);
  },
);

t.test('a forged retention record that is no date, or no file, counts for nothing', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder);
  await vault.publish(await stageIn(folder, 'r1', bytes), facts, later);
  const record = join(folder, 'retention', facts.sha256.slice(0, 2), facts.sha256.slice(2, 4), facts.sha256);
  await writeFile(join(record, '20991399T000000Z'), '');
  await writeFile(join(record, 'README'), '');
  await mkdir(join(record, '20990101T000000Z'));
  t.equal((await vault.retainedUntil(facts.sha256))?.toString(), later.toString());
});

t.test(
  'the staged name of equal bytes left by a crash is dropped before the flag would nail it',
  async (t) => {
    const folder = await makeVaultFolder(t);
    const vault = await openVault(folder, { immutable: 'auto' });
    const left = await stageIn(folder, 'left', bytes);
    const final = join(folder, originalObject(facts.sha256));
    await mkdir(dirname(final), { recursive: true });
    await link(left, final);
    await vault.publish(await stageIn(folder, 'r2', bytes), facts, later);
    t.equal(await exists(left), false);
    t.equal((await vault.publish(left, facts, later)).immutable, true, 'its own publishing rolls forward');
  },
);
