import { constants, type FileHandle, open } from 'node:fs/promises';

/** The bytes at one end of a file, and whether there were more. */
export interface FileEnd {
  readonly bytes: Buffer;
  readonly cut: boolean;
}

/** The whole lines in at most so many bytes from the start; null where it is no ordinary file. */
export async function firstBytes(path: Buffer, most: number): Promise<FileEnd | null> {
  await using handle = await openPlainly(path);
  const { size } = await ordinary(handle);
  if (size === null) return null;
  const bytes = await readAt(handle, 0, Math.min(size, most));
  // The last line is cut, perhaps within a character.
  const lines = size > most ? bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1) : bytes;
  return { bytes: lines, cut: size > most };
}

/** The whole lines in at most so many bytes from the end; null where it is no ordinary file. */
export async function lastBytes(path: Buffer, most: number): Promise<FileEnd | null> {
  await using handle = await openPlainly(path);
  const { size } = await ordinary(handle);
  if (size === null) return null;
  const start = Math.max(0, size - most);
  const bytes = await readAt(handle, start, size - start);
  // The first line is cut, perhaps within a character.
  return { bytes: start === 0 ? bytes : bytes.subarray(bytes.indexOf(0x0a) + 1), cut: start > 0 };
}

/** A link put in the marker's place since the listing is refused, and a FIFO does not hold the open. */
async function openPlainly(path: Buffer): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
}

async function ordinary(handle: FileHandle): Promise<{ size: number | null }> {
  const stat = await handle.stat();
  return { size: stat.isFile() ? stat.size : null };
}

async function readAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
