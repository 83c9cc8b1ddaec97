import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ViewingPicture } from '../custody/entry-kinds.ts';

/** A file of a finished copy: what it is, once it is on the disk. */
export async function settledFile(folder: string, name: string): Promise<ViewingPicture> {
  const path = join(folder, name);
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, sha256: await sha256OfFile(path), bytes: (await stat(path)).size };
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(piece);
  return hash.digest('hex');
}

/** So that names made or taken away in it outlive a crash. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
