import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { errnoOf } from '../errors.ts';
import { StationError } from './error.ts';

/** A scan, a photograph, a table: not a recording. */
const mostBytes = 64 * 1_048_576;

/**
 * A file that a person names on the machine of the daemon, whole. Only an ordinary one: a device would never end, a FIFO
 * never begin. Error: `station.attachment_wrong`.
 */
export async function readPersonsFile(path: string, field = 'FILE'): Promise<Buffer> {
  const wrong = (found: string, cause?: unknown): StationError =>
    new StationError('station.attachment_wrong', { path, found }, { cause, field });
  try {
    const { O_RDONLY, O_NONBLOCK, O_NOCTTY } = constants;
    await using file = await open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    const stat = await file.stat();
    if (!stat.isFile()) throw wrong(stat.isDirectory() ? 'EISDIR' : 'no ordinary file');
    // One that grows, or whose size is not what it gives (/proc), is read no farther than this either.
    const buffer = Buffer.alloc(Math.min(Math.max(stat.size, 65_536), mostBytes) + 1);
    let bytes = 0;
    while (bytes < buffer.length) {
      const { bytesRead } = await file.read(buffer, bytes, buffer.length - bytes, bytes);
      if (bytesRead === 0) return buffer.subarray(0, bytes);
      bytes += bytesRead;
    }
    throw wrong(`> ${buffer.length - 1} B`);
  } catch (error) {
    if (error instanceof StationError) throw error;
    throw wrong(errnoOf(error) ?? String(error), error);
  }
}
