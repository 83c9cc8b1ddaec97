import { execFile } from 'node:child_process';
import { rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeFolders } from '../../make-folders.ts';
import { DockError } from '../error.ts';
import type { Volume } from './volumes.ts';

const run = promisify(execFile);

/** A mount that waits for a dying card must not hold the dock. */
const patienceMs = 30_000;

/**
 * How each file system that recorders use is mounted. Never for writing; no devices, no set-uid, nothing executable
 * from a card. `noload`: plain read-only ext4 replays the journal and so changes the card.
 */
const always = ['ro', 'nodev', 'nosuid', 'noexec', 'noatime'];
const ways: Readonly<Record<string, { readonly type: string; readonly options: readonly string[] }>> = {
  vfat: { type: 'vfat', options: [...always, 'utf8=1', 'umask=0077'] },
  exfat: { type: 'exfat', options: [...always, 'umask=0077'] },
  ntfs: { type: 'ntfs3', options: [...always, 'umask=0077'] },
  ext2: { type: 'ext4', options: [...always, 'noload'] },
  ext3: { type: 'ext4', options: [...always, 'noload'] },
  ext4: { type: 'ext4', options: [...always, 'noload'] },
};

export interface FileSystem {
  readonly type: string;
  readonly label: string | null;
}

/** What is on a volume, by its own superblock; null where it is nothing known. */
export async function fileSystemOn(volume: Volume): Promise<FileSystem | null> {
  try {
    const { stdout } = await run('blkid', ['-p', '-o', 'export', `/dev/${volume.node}`], {
      timeout: patienceMs,
    });
    const facts = new Map(
      stdout.split('\n').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]),
    );
    const type = facts.get('TYPE');
    return type === undefined ? null : { type, label: facts.get('LABEL') ?? null };
  } catch {
    return null;
  }
}

/**
 * Mounts a volume read-only below `base` and returns the mount point.
 * Errors: `dock.file_system_unknown`, `dock.mount_failed`.
 */
export async function mountReadOnly(volume: Volume, base: string, found: FileSystem | null): Promise<string> {
  const way = found === null ? undefined : ways[found.type];
  const device = `/dev/${volume.node}`;
  if (way === undefined)
    throw new DockError('dock.file_system_unknown', { device, found: found?.type ?? '?' });
  const point = join(base, volume.name);
  await makeFolders(point, 0o700);
  try {
    await run('mount', ['-t', way.type, '-o', way.options.join(','), device, point], { timeout: patienceMs });
    return point;
  } catch (error) {
    await rmdir(point).catch(() => undefined);
    const detail = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new DockError('dock.mount_failed', { device, type: way.type, found: detail }, { cause: error });
  }
}

/** Takes a mount away, lazily: a dead card's file system may have calls that never come back. */
export async function unmount(point: string): Promise<void> {
  await run('umount', ['-l', point], { timeout: patienceMs }).catch(() => undefined);
  await rmdir(point).catch(() => undefined);
}
