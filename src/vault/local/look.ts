import type { BigIntStats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { errnoOf } from '../../errors.ts';
import { VaultError } from '../errors.ts';
import { readFailure } from './disk-error.ts';

/** What stands under a name, links not followed, or null where nothing does. */
export async function lookAt(path: string): Promise<BigIntStats | null> {
  try {
    return await lstat(path, { bigint: true });
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw readFailure(error, path);
  }
}

/**
 * Refuses what is not a plain file or folder where one belongs: behind a link somebody else decides what is read,
 * and opening a FIFO waits for ever.
 */
export function requireKind(path: string, stats: BigIntStats, expected: 'file' | 'folder'): void {
  const found = kindOf(stats);
  if (found !== expected) throw new VaultError('vault.object_foreign', { path, expected, found });
}

export function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.dev === b.dev && a.ino === b.ino;
}

function kindOf(stats: BigIntStats): string {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return 'symbolic link';
  return 'device, FIFO or socket';
}
