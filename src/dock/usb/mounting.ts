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
/** Several types are tried in order: kernels differ in what they bring for NTFS, and Debian 12's brings nothing. */
const ways: Readonly<
  Record<string, { readonly types: readonly string[]; readonly options: readonly string[] }>
> = {
  vfat: { types: ['vfat'], options: [...always, 'utf8=1', 'umask=0077'] },
  exfat: { types: ['exfat'], options: [...always, 'umask=0077'] },
  ntfs: { types: ['ntfs3', 'ntfs', 'ntfs-3g'], options: [...always, 'umask=0077'] },
  ext2: { types: ['ext4'], options: [...always, 'noload'] },
  ext3: { types: ['ext4'], options: [...always, 'noload'] },
  ext4: { types: ['ext4'], options: [...always, 'noload'] },
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
  const refused: unknown[] = [];
  await makeFolders(point, 0o700).catch((error: unknown) => refused.push(error));
  for (const type of refused.length > 0 ? [] : way.types) {
    try {
      await run('mount', ['-t', type, '-o', way.options.join(','), device, point], { timeout: patienceMs });
      return point;
    } catch (error) {
      refused.push(error);
    }
  }
  await rmdir(point).catch(() => undefined);
  const params = { device, type: way.types.join(', '), found: refused.map(saidBy).join('; ') };
  throw new DockError('dock.mount_failed', params, { cause: refused.at(-1) });
}

/**
 * File systems that may be opened for writing. ext4 was mounted without its journal: writing past one that is still to be
 * replayed would spoil the card. NTFS is left alone too.
 */
export const writableTypes: readonly string[] = ['vfat', 'exfat'];

/** Lets a mounted volume be written to, or takes that back. Error: `dock.remount_failed`. */
export async function remount(
  volume: Volume,
  point: string,
  found: FileSystem | null,
  to: 'rw' | 'ro',
): Promise<void> {
  const device = `/dev/${volume.node}`;
  const options = (ways[found?.type ?? '']?.options ?? always).filter((one) => one !== 'ro');
  try {
    if (to === 'rw' && !writableTypes.includes(found?.type ?? ''))
      throw new Error(`${found?.type ?? '?'} is not opened for writing`);
    await run('mount', ['-o', ['remount', to, ...options].join(','), device, point], { timeout: patienceMs });
  } catch (error) {
    throw new DockError('dock.remount_failed', { device, to, found: saidBy(error) }, { cause: error });
  }
}

function saidBy(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return (said === '' ? String(error) : said).replaceAll(/\s+/g, ' ');
}

/** Takes a mount away, lazily: a dead card's file system may have calls that never come back. */
export async function unmount(point: string): Promise<void> {
  await run('umount', ['-l', point], { timeout: patienceMs }).catch(() => undefined);
  await rmdir(point).catch(() => undefined);
}
