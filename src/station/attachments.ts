import { createHash, randomUUID } from 'node:crypto';
import { open, realpath, unlink } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import type { Attached, SecuredFile } from '../intake/attached.ts';
import type { IntakeRoom } from '../intake/room.ts';
import { publish, storedObject } from '../intake/secure.ts';
import type { Station } from '../station.ts';
import { syncFolder } from '../vault/local/durable.ts';
import type { Places } from './data-folder.ts';
import { StationError } from './error.ts';
import { readPersonsFile } from './persons-file.ts';

type Facts = { readonly name: string; readonly sha256: string; readonly bytes: number };

/**
 * Takes a person's files in, and enters what they belong to; none where one of them is the station's own. Into a vault
 * near by they go at once. A store may be away for days, in which nobody could submit anything: they are staged, and go
 * up like recordings.
 * @param enter writes the entries that name them
 */
export async function attaching<T>(
  { room, places }: Pick<Station, 'room' | 'places'>,
  paths: readonly string[],
  enter: (attached: readonly Attached[]) => Promise<T>,
): Promise<{ readonly entered: T; readonly attachments: readonly Facts[] }> {
  for (const path of paths) await requireNotOurs(places, path);
  const staged: StagedFile[] = [];
  const attached: Attached[] = [];
  let named = false;
  try {
    for (const path of paths) {
      const file = await stage(room, path);
      staged.push(file);
      attached.push(room.uploads === null ? await stored(room, file) : file);
    }
    const entered = await enter(attached);
    named = room.uploads !== null;
    room.uploads?.wake();
    return { entered, attachments: staged.map(factsOf) };
  } finally {
    // Gone already where it was published; what an entry names waits for its store.
    if (!named) for (const { secured } of staged) await dropStaged(room, secured);
  }
}

interface StagedFile {
  readonly name: string;
  readonly secured: SecuredFile;
}

function factsOf({ name, secured: { sha256, bytes } }: StagedFile): Facts {
  return { name, sha256, bytes };
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

/** Copies a person's file to where originals wait, and reads it back past every cache. A start sweeps it, unless named. */
async function stage(room: IntakeRoom, path: string): Promise<StagedFile> {
  const content = await readPersonsFile(path, 'attach');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const blake3 = new Blake3Hasher().update(content).digest('hex');
  const secured = { recording: randomUUID(), bytes: content.length, sha256, blake3 };
  const staged = join(room.staging, secured.recording);
  try {
    const file = await open(staged, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(room.staging);
    const back = await room.pool.reread(staged, content.length);
    if (back.blake3 !== blake3)
      throw new StationError('station.object_unsound', { evidence: basename(path), found: back.blake3 });
    return { name: basename(path), secured };
  } catch (error) {
    await dropStaged(room, secured);
    throw error;
  }
}

async function stored(room: IntakeRoom, { name, secured }: StagedFile): Promise<Attached> {
  const published = await publish(room, { ...secured, staged: join(room.staging, secured.recording) });
  return { name, object: storedObject(room, secured, published) };
}

async function dropStaged({ staging }: IntakeRoom, { recording }: SecuredFile): Promise<void> {
  await unlink(join(staging, recording)).catch(() => undefined);
}
