import Database from 'better-sqlite3';
import type { Places } from './data-folder.ts';
import { StationError } from './error.ts';

/**
 * Takes the data folder for this process alone. The lock is SQLite's on an otherwise empty file: the kernel lets go of
 * it when the process ends, however it ends, which a file with a process number in it cannot promise.
 * Error: `station.in_use`.
 */
export function lockStation(places: Places): () => void {
  const db = new Database(places.lock, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new StationError('station.in_use', { folder: places.folder }, { cause: error });
    }
    throw new StationError(
      'station.folder_unwritable',
      { folder: places.folder, found: String(error) },
      { cause: error },
    );
  }
  return () => db.close();
}
