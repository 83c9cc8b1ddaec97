import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { createLocalVault, readMarker } from '../../../src/vault/local/marker.ts';
import { codeOf, exists, factsOf, later } from '../../contract/vault.ts';
import {
  created,
  testVaultId as id,
  makeVaultFolder,
  openVault,
  stageIn,
  testFolder,
} from '../../support/local-vault.ts';

const bytes = Buffer.from('evidence');
const facts = factsOf(bytes);

t.test('making a vault twice changes nothing', async (t) => {
  const folder = await makeVaultFolder(t);
  const before = await readFile(join(folder, 'docket-vault.json'), 'utf8');
  const again = await createLocalVault(folder, { id, created: later });
  t.equal(await readFile(join(folder, 'docket-vault.json'), 'utf8'), before);
  t.same(again, { id, created: created.toString() });
});

t.test("another station's vault is refused, when making and when opening", async (t) => {
  const folder = await makeVaultFolder(t);
  t.equal(await codeOf(createLocalVault(folder, { id: 'other', created })), 'vault.marker_other');
  t.equal(await codeOf(openVault(folder, { id: 'other' })), 'vault.marker_other');
  t.equal((await openVault(folder, { id: null })).id, id, 'a reader that knows none takes any');
});

t.test('two who make a vault at once: one id wins', async (t) => {
  const folder = join(await testFolder(t), 'vault');
  const codes = await Promise.all([
    codeOf(createLocalVault(folder, { id: 'a', created })),
    codeOf(createLocalVault(folder, { id: 'b', created })),
  ]);
  t.same(codes.sort(), ['resolved', 'vault.marker_other']);
});

t.test('an empty folder, where a disk should be mounted, is refused and stays empty', async (t) => {
  const folder = join(await testFolder(t), 'mount-point');
  t.equal(await codeOf(openVault(folder)), 'vault.marker_missing', 'no folder at all');
  t.equal(await exists(folder), false);
  await mkdir(folder);
  t.equal(await codeOf(openVault(folder)), 'vault.marker_missing');
});

t.test('a marker that is no marker is refused', async (t) => {
  const folder = await makeVaultFolder(t);
  const file = join(folder, 'docket-vault.json');
  const marker = { docket: 'vault', version: 1, id, created: created.toString() };
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    JSON.stringify({ ...marker, version: 2 }),
    '{"docket":"vault"}',
  ]) {
    await rm(file);
    await writeFile(file, text);
    t.equal(await codeOf(readMarker(folder, id)), 'vault.marker_broken', text);
    t.equal(await codeOf(createLocalVault(folder, { id, created })), 'vault.marker_broken', 'nor replaced');
  }
  await rm(file);
  await writeFile(join(folder, 'real.json'), JSON.stringify(marker));
  await symlink(join(folder, 'real.json'), file);
  t.equal(await codeOf(readMarker(folder, id)), 'vault.marker_broken', 'a link');
});

t.test('a folder with originals whose marker was lost is not made a new vault', async (t) => {
  const folder = await makeVaultFolder(t);
  await (await openVault(folder)).publish(await stageIn(folder, 'r1', bytes), facts, later);
  await rm(join(folder, 'docket-vault.json'));
  t.equal(await codeOf(createLocalVault(folder, { id, created })), 'vault.marker_lost');
});

t.test('an id that could not stand in a file is refused', async (t) => {
  const folder = join(await testFolder(t), 'vault');
  t.equal(await codeOf(createLocalVault(folder, { id: 'a\nb', created })), 'vault.facts_malformed');
  t.equal(await exists(folder), false);
});

t.test(
  'a disk unmounted under a running vault: nothing is written below, nothing called missing',
  async (t) => {
    const parent = await testFolder(t);
    const folder = await mountedVault(parent);
    t.teardown(() => void umount(folder));
    const vault = await openVault(folder);
    await vault.publish(await stageIn(folder, 'r1', bytes), facts, later);
    umount(folder);

    t.equal(await codeOf(vault.publish('r2', facts, later)), 'vault.marker_missing');
    t.equal(await codeOf(vault.putLog('a', bytes)), 'vault.marker_missing');
    t.equal(await codeOf(vault.retain(facts.sha256, later)), 'vault.marker_missing');
    t.equal(await codeOf(vault.reread(facts)), 'vault.marker_missing');
    t.equal(await codeOf(vault.holds(facts.sha256, facts.bytes)), 'vault.marker_missing');
    t.equal(await codeOf(vault.getLog('a')), 'vault.marker_missing');
    t.equal(await codeOf(vault.listLogs('')), 'vault.marker_missing');
    t.equal(await codeOf(vault.space()), 'vault.marker_missing');
    t.same(await readdir(folder), [], 'the mount point is as empty as before');
  },
);

t.test('the same disk mounted again is taken up again; another in its place is not', async (t) => {
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder);
  await rename(folder, `${folder}-away`);
  t.equal(await codeOf(vault.putLog('a', bytes)), 'vault.marker_missing');
  await createLocalVault(folder, { id: 'other', created });
  t.equal(await codeOf(vault.putLog('a', bytes)), 'vault.marker_other');
  await rm(folder, { recursive: true });
  await rename(`${folder}-away`, folder);
  t.equal(await codeOf(vault.putLog('a', bytes)), 'resolved');
});

t.test('a full disk and a read-only disk are told apart, and the staged recording is kept', async (t) => {
  const parent = await testFolder(t);
  const folder = await mountedVault(parent, 'size=256k');
  t.teardown(() => void umount(folder));
  const vault = await openVault(folder);
  const staged = await stageIn(folder, 'r1', bytes);
  t.equal(await codeOf(vault.putLog('big', Buffer.alloc(400_000, 1))), 'vault.full');
  t.same(await readdir(vault.staging), ['r1'], 'the draft that found no room is gone');

  execFileSync('mount', ['-o', 'remount,nr_inodes=12', folder]);
  t.equal(await codeOf(vault.publish(staged, facts, later)), 'vault.full', 'no inode left');
  t.equal(await exists(staged), true);

  execFileSync('mount', ['-o', 'remount,ro,nr_inodes=100', folder]);
  t.equal(await codeOf(vault.publish(staged, facts, later)), 'vault.unwritable');
  t.equal(await exists(staged), true);
  const reader = await openVault(folder, { immutable: 'auto' });
  t.equal(reader.immutability.set, false, 'a read-only disk can be opened for reading');

  execFileSync('mount', ['-o', 'remount,rw', folder]);
  t.equal(await codeOf(vault.publish(staged, facts, later)), 'resolved', 'and goes on when there is room');
});

async function mountedVault(parent: string, options = 'size=1m'): Promise<string> {
  const folder = join(parent, 'mounted');
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'docket-test', folder]);
  await createLocalVault(folder, { id, created });
  return folder;
}

function umount(folder: string): boolean {
  try {
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
