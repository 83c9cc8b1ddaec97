import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Places } from '../data-folder.ts';
import { BackupError } from './error.ts';

/**
 * The real path of the folder that backups go to. It is never created: a disk that is not mounted must not be replaced
 * by a folder of its name. Errors: `backup.folder_missing`, `backup.folder_inside`.
 */
export async function destinationFolder(places: Places, folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => folder);
  const found = await stat(real).catch(() => null);
  if (found === null || !found.isDirectory()) throw new BackupError('backup.folder_missing', { folder });
  for (const own of [places.folder, places.vault]) {
    const inside = `${await realpath(own).catch(() => own)}${sep}`;
    if (`${real}${sep}`.startsWith(inside)) throw new BackupError('backup.folder_inside', { folder, own });
  }
  return real;
}

/** Whether a backup would be lost with the very disk that it is to stand in for. */
export async function onSameDisk(places: Places, folder: string): Promise<boolean> {
  const [here, there] = await Promise.all([stat(places.folder), stat(folder)]);
  return here.dev === there.dev;
}
