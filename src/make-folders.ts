import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoOf } from './errors.ts';

/**
 * Makes a folder and all above it that are missing, and returns the uppermost one it made; null where all were there.
 * Not Node's `mkdir` with `recursive`: where a folder cannot have children (`/proc`, an automount point) that one tries
 * for ever, without an error and with a whole processor.
 */
export async function makeFolders(path: string, mode = 0o777): Promise<string | null> {
  try {
    await mkdir(path, { mode });
    return path;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'EEXIST' && (await stat(path)).isDirectory()) return null;
    if (errno !== 'ENOENT' || dirname(path) === path) throw error;
  }
  const above = await makeFolders(dirname(path), mode);
  try {
    await mkdir(path, { mode });
  } catch (error) {
    // Another maker was quicker.
    if (errnoOf(error) !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error;
  }
  return above ?? path;
}
