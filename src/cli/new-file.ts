import { writeFile } from 'node:fs/promises';
import { errnoOf } from '../errors.ts';
import { StationError } from '../station/error.ts';

/**
 * Writes a file that is not there yet, never over one that is: a report may be signed and kept.
 * Errors: `station.destination_exists`, `station.attachment_wrong`.
 */
export async function writeNewFile(path: string, content: string | Buffer, field: string): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (cause) {
    const found = errnoOf(cause) ?? String(cause);
    if (found === 'EEXIST') throw new StationError('station.destination_exists', { path }, { cause, field });
    throw new StationError('station.attachment_wrong', { path, found }, { cause, field });
  }
}
