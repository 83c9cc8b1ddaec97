import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, readdir, readFile, realpath, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Test } from 'tap';
import { originalObject, retentionRecords } from '../../src/vault/local/layout.ts';
import {
  type LocalVault,
  type LocalVaultOptions,
  openLocalVault,
} from '../../src/vault/local/local-vault.ts';
import { createLocalVault } from '../../src/vault/local/marker.ts';
import {
  disposeActs,
  holdActs,
  logActs,
  publishActs,
  releaseActs,
  repairActs,
  retainActs,
  stepsOf,
} from '../../src/vault/local/steps.ts';
import { exists, type VaultUnderTest } from '../contract/vault.ts';

export const testVaultId = 'vault-of-the-tests';
export const created = Temporal.Instant.from('2026-09-02T10:00:00Z');

/** Takes the immutable flag away, as only the one who owns the machine can. */
export function unlock(path: string): void {
  // Not `chattr -R`, which fails at the first symbolic link or FIFO that an attack has planted.
  execFileSync('find', [path, '-type', 'f', '-exec', 'chattr', '-i', '{}', '+']);
}

export function hasFlag(path: string): boolean {
  return execFileSync('lsattr', ['-d', path], { encoding: 'utf8' }).split(' ')[0]?.includes('i') === true;
}

/** A folder on a real disk. Not `t.testdir()`, which is removed before a teardown can take immutable flags away. */
export async function testFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'docket-vault-'));
  t.teardown(async () => {
    unlock(folder);
    await rm(folder, { recursive: true });
  });
  return folder;
}

export async function makeVaultFolder(t: Test): Promise<string> {
  const folder = join(await testFolder(t), 'vault');
  await createLocalVault(folder, { id: testVaultId, created });
  return folder;
}

export function openVault(folder: string, options: Partial<LocalVaultOptions> = {}): Promise<LocalVault> {
  return openLocalVault({ folder, id: testVaultId, immutable: 'off', ...options });
}

export async function stageIn(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'staging', name);
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  return path;
}

/** The local vault as the contract suite sees it. */
export async function localVaultUnderTest(
  t: Test,
  immutable: LocalVaultOptions['immutable'],
): Promise<VaultUnderTest> {
  const folder = await makeVaultFolder(t);
  let clock = Temporal.Now.instant();
  const options = { immutable, now: () => clock };
  return {
    open: (steps) => openVault(folder, steps === undefined ? options : { ...options, steps }),
    steps: {
      publish: stepsOf(publishActs),
      repair: stepsOf([...repairActs, ...publishActs]),
      retain: stepsOf(retainActs),
      hold: stepsOf(holdActs),
      release: stepsOf(releaseActs),
      dispose: stepsOf([...logActs, ...disposeActs]),
      log: stepsOf(logActs),
    },
    soon: {
      until: () => clock.add({ hours: 1 }),
      async over(until) {
        // A lock counts in whole seconds, rounded up.
        clock = until.add({ seconds: 1 });
      },
    },
    stage: (name, bytes) => stageIn(folder, name, bytes),
    tamper: async (sha256, bytes) => {
      const path = join(folder, originalObject(sha256));
      if (await exists(path)) unlock(join(path, '..'));
      if (await exists(path)) await unlink(path);
      if (bytes !== null) await writeFile(path, bytes, { flag: 'wx' });
    },
    everything: async (sha256) => {
      const aside = (await exists(join(folder, 'damaged'))) ? await readdir(join(folder, 'damaged')) : [];
      const paths = aside.filter((name) => name.startsWith(sha256)).map((name) => join('damaged', name));
      if (await exists(join(folder, originalObject(sha256)))) paths.push(originalObject(sha256));
      return await Promise.all(paths.map((path) => readFile(join(folder, path))));
    },
    litter: () => litter(folder),
    loseMarker: async () => {
      unlock(folder);
      await unlink(join(folder, 'docket-vault.json'));
    },
  };
}

async function litter(folder: string): Promise<void> {
  const digest = 'ab'.repeat(32);
  await mkdir(join(folder, 'originals/lost+found'), { recursive: true });
  await mkdir(join(folder, 'originals/ab/cd', 'ab'.repeat(32)), { recursive: true });
  await mkdir(join(folder, 'originals/ab/ab'), { recursive: true });
  await mkdir(join(folder, retentionRecords(digest)), { recursive: true });
  await writeFile(join(folder, 'originals/ab/ab/Thumbs.db'), '');
  await writeFile(join(folder, 'originals/ab/ab', digest.toUpperCase()), '');
  await writeFile(join(folder, 'originals/ab/ab', `${digest}.tmp`), '');
  await writeFile(join(folder, 'originals/ab/ab', 'cd'.repeat(32)), 'a digest in the wrong folder');
  await writeFile(join(folder, 'originals/README'), '');
}
