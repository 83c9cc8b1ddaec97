import { createHash, randomUUID } from 'node:crypto';
import { open, realpath, unlink } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import type { StoredAttachment } from '../deadlines/justification.ts';
import type { IntakeRoom } from '../intake/room.ts';
import { publish, storedObject } from '../intake/secure.ts';
import type { Places } from './data-folder.ts';
import { StationError } from './error.ts';
import { readPersonsFile } from './persons-file.ts';

/** Puts a person's files into the vault; none where one of them is the station's own. */
export async function storeAttachments(
  room: IntakeRoom,
  places: Places,
  paths: readonly string[],
): Promise<readonly StoredAttachment[]> {
  for (const path of paths) await requireNotOurs(places, path);
  const stored: StoredAttachment[] = [];
  for (const path of paths) stored.push(await storeAttachment(room, path));
  return stored;
}

/** As answers name them. */
export function attachedFacts({ name, object }: StoredAttachment): {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
} {
  return { name, sha256: object.sha256, bytes: object.bytes };
}

/** What is attached goes out with the file: nothing of the station itself, its key least of all. */
async function requireNotOurs({ folder, keys, vault }: Places, path: string): Promise<void> {
  const real = await realpath(path).catch(() => path);
  for (const own of [folder, keys, vault]) {
    const inside = `${await realpath(own).catch(() => own)}${sep}`;
    if (real.startsWith(inside))
      throw new StationError('station.attachment_wrong', { path, found: inside }, { field: 'attach' });
  }
}

/** Puts a person's file into the vault, as originals are: staged, read back and compared, write-once. */
async function storeAttachment(room: IntakeRoom, path: string): Promise<StoredAttachment> {
  const content = await readPersonsFile(path, 'attach');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const blake3 = new Blake3Hasher().update(content).digest('hex');
  const staged = join(room.staging, `attachment-${randomUUID()}`);
  try {
    const file = await open(staged, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    const back = await room.pool.reread(staged, content.length);
    if (back.blake3 !== blake3)
      throw new StationError('station.object_unsound', { evidence: basename(path), found: back.blake3 });
    const object = { staged, sha256, blake3, bytes: content.length };
    const published = await publish(room, object);
    return { name: basename(path), object: storedObject(room, object, published) };
  } finally {
    // Gone already where it was published.
    await unlink(staged).catch(() => undefined);
  }
}
