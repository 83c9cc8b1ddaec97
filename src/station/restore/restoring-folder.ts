import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { makeFolders } from '../../make-folders.ts';
import { syncFolder } from '../../vault/local/durable.ts';
import { BackupError } from '../backup/error.ts';
import { type Places, placesIn, writeDurably } from '../data-folder.ts';
import { StationError } from '../error.ts';
import { lockStation } from '../lock.ts';

/** The configuration of a station whose file lay elsewhere: for a person to look at, read by nothing. */
export const foreignConfigName = 'ingest.config.backup.yaml';

/** What a restored station's data folder gets, the station's own file last: with it the station stands. */
const parts = ['keys', 'ingest.config.yaml', foreignConfigName, 'station.db', 'station.json'] as const;

/** A data folder that a station is being put into, locked, with a place where it is made whole first. */
export interface RestoringFolder {
  /** As the finished station will have them, within the place where it is made. */
  readonly places: Places;
  /** Moves everything into the data folder. A crash in between leaves no station, and the next attempt begins anew. */
  settle(step: (point: string) => void): Promise<void>;
  /** Removes what was made, and lets go of the lock. */
  close(): Promise<void>;
}

/**
 * Takes a data folder that holds nothing but its vault. Nothing is ever restored over a station, or over what is left
 * of one. Errors: `backup.folder_taken`, `station.in_use`, `station.folder_unwritable`.
 */
export async function takeFolder(folder: string, vaultFolder: string): Promise<RestoringFolder> {
  const made = await makeDataFolder(folder);
  const places = placesIn(folder, vaultFolder);
  const work = places.restoring;
  const moving = join(work, 'moving');
  // A folder that is somebody else's does not even get a lock.
  if (!existsSync(moving)) await requireEmpty(folder);
  const unlock = lockStation(places);
  try {
    await clearInterrupted(folder, moving);
    await requireEmpty(folder);
    await rm(work, { recursive: true, force: true });
    await mkdir(join(work, 'keys'), { recursive: true, mode: 0o700 });
  } catch (error) {
    unlock();
    throw error;
  }
  return {
    places: placesIn(work, vaultFolder),
    async settle(step) {
      writeDurably(moving, 'every part beside this folder was put there by docket restore\n');
      for (const part of parts) {
        if (!existsSync(join(work, part))) continue;
        if (part === 'station.json') await syncFolder(folder);
        await rename(join(work, part), join(folder, part));
        step('restore.moved');
      }
      await syncFolder(folder);
    },
    async close() {
      await clearInterrupted(folder, moving);
      await rm(work, { recursive: true, force: true });
      unlock();
      if (made && !existsSync(join(folder, 'station.json')))
        await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Whether it had to be made. */
async function makeDataFolder(folder: string): Promise<boolean> {
  try {
    return (await makeFolders(folder, 0o700)) !== null;
  } catch (error) {
    const found = errnoOf(error) ?? String(error);
    throw new StationError('station.folder_unwritable', { folder, found }, { cause: error });
  }
}

/** Parts that a crash in the middle of moving has left; the mark says that nothing else was there before. */
async function clearInterrupted(folder: string, moving: string): Promise<void> {
  if (!existsSync(moving) || existsSync(join(folder, 'station.json'))) return;
  for (const part of parts) await rm(join(folder, part), { recursive: true, force: true });
}

async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(folder);
  const found = names.filter((name) => !/^(?:vault|\.restoring|station\.lock(?:-journal)?)$/.test(name));
  if (found.length === 0) return;
  const shown = found.slice(0, 5).map((name) => basename(name));
  throw new BackupError('backup.folder_taken', { folder, found: shown.join(', ') });
}
