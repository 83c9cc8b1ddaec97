import { constants } from 'node:fs';
import { open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import type { OriginalFacts, Pace, Reread } from '../contract.ts';
import { VaultError } from '../errors.ts';
import { compareReread, sizeSays } from '../rereader.ts';
import { readFailure } from './disk-error.ts';
import { fanOut, originalObject, originalsFolder } from './layout.ts';
import { lookAt, requireKind } from './look.ts';
import type { VaultRoom } from './room.ts';

const readBytes = 1_048_576;
const originalName = /^[0-9a-f]{64}$/;
const fanName = /^[0-9a-f]{2}$/;

/** Re-reads an original. Its size is looked at first: a swapped-in giant need not be read to be found out. */
export async function rereadOriginal(room: VaultRoom, facts: OriginalFacts, pace?: Pace): Promise<Reread> {
  const path = join(room.root, originalObject(facts.sha256));
  const standing = await lookAt(path);
  if (standing === null) {
    await room.presence.confirm();
    return { found: 'missing' };
  }
  if (!standing.isFile()) return { found: 'altered', expected: 'a file', actual: 'not a file' };
  if (standing.size !== BigInt(facts.bytes)) {
    return { found: 'altered', expected: sizeSays(facts.bytes), actual: sizeSays(standing.size) };
  }
  try {
    return compareReread(facts, await room.reread(path, facts.bytes, pace));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { found: 'missing' };
    throw readFailure(error, path);
  }
}

export async function* readOriginal(room: VaultRoom, sha256: string): AsyncGenerator<Uint8Array> {
  const object = originalObject(sha256);
  const path = join(room.root, object);
  const standing = await lookAt(path);
  if (standing === null) throw await missing(room, object);
  requireKind(path, standing, 'file');
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: unknown) => {
      throw readFailure(error, path);
    },
  );
  try {
    for (let at = 0; ; ) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(readBytes), 0, readBytes, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw readFailure(error, path);
  } finally {
    await file.close();
  }
}

/** The error for an original that is not held, once it is sure that the disk is there. */
export async function missing(room: VaultRoom, object: string): Promise<VaultError> {
  await room.presence.confirm();
  return new VaultError('vault.original_missing', { object });
}

/** Walks the originals without holding their list in memory; names that no original can have are passed over. */
export async function* listOriginals(room: VaultRoom): AsyncGenerator<string> {
  await room.presence.confirm();
  const root = join(room.root, originalsFolder);
  for await (const outer of namesIn(root, 'folder', fanName)) {
    for await (const inner of namesIn(join(root, outer), 'folder', fanName)) {
      for await (const name of namesIn(join(root, outer, inner), 'file', originalName)) {
        const [first, second] = fanOut(name);
        if (first === outer && second === inner) yield name;
      }
    }
  }
}

async function* namesIn(folder: string, kind: 'file' | 'folder', shape: RegExp): AsyncGenerator<string> {
  try {
    for await (const entry of await opendir(folder, { bufferSize: 256 })) {
      const fits = kind === 'file' ? entry.isFile() : entry.isDirectory();
      if (fits && shape.test(entry.name)) yield entry.name;
    }
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw readFailure(error, folder);
  }
}
