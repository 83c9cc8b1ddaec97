import { readFile, stat } from 'node:fs/promises';
import { errnoOf } from '../errors.ts';
import { StationError } from './error.ts';

/** A scan, a photograph, a table: not a recording. */
const mostBytes = 64 * 1_048_576;

/** A file that a person names on the machine of the daemon, whole. Error: `station.attachment_wrong`. */
export async function readPersonsFile(path: string, field = 'FILE'): Promise<Buffer> {
  const wrong = (found: string, cause?: unknown): StationError =>
    new StationError('station.attachment_wrong', { path, found }, { cause, field });
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw wrong(`${size} B > ${mostBytes} B`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof StationError) throw error;
    throw wrong(errnoOf(error) ?? String(error), error);
  }
}
