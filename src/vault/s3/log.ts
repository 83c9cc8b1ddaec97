import { VaultError } from '../errors.ts';
import { logFolder, logObject } from '../local/layout.ts';
import { isLogPart, logNameParts, logPrefixParts } from '../names.ts';
import { sizeSays } from '../rereader.ts';
import { ensureLocked } from './lock.ts';
import { filledWith, putOnce } from './put-once.ts';
import { readVersion } from './read-version.ts';
import { logUntil, type S3Room } from './room.ts';
import type { Store } from './store.ts';
import { objectsUnder, type Version, versionsOf } from './versions.ts';

/** The first version of a log object counts. Two writers at once see the same one first. */
export async function putLogObject(room: S3Room, name: string, bytes: Uint8Array): Promise<void> {
  logNameParts(name);
  const { store, act, presence } = room;
  await presence.confirm();
  const object = logObject(name);
  const until = logUntil(room);
  const standing = await act('vault.s3.log.look', () => first(store, object));
  if (standing === null) {
    const whole = { object, until, metadata: {}, contentType: 'application/octet-stream' };
    await act('vault.s3.log.put', () => putOnce(store, whole, filledWith(bytes), bytes.length));
  }
  await act('vault.s3.log.settle', async () => {
    const version = standing ?? (await first(store, object));
    if (version === null) {
      const found = 'nothing, after it was written';
      throw new VaultError('vault.store_failed', { store: store.url, object, found });
    }
    await requireEqual(store, version, name, bytes);
    await ensureLocked(store, version, until, standing === null ? until : Temporal.Now.instant());
  });
}

export async function getLogObject({ presence, store }: S3Room, name: string): Promise<Uint8Array | null> {
  logNameParts(name);
  await presence.confirm();
  const version = await first(store, logObject(name));
  return version === null ? null : await bytesOf(store, version);
}

/** Sorted by UTF-16 code unit, as all names are ASCII. */
export async function listLogNames({ presence, store }: S3Room, prefix: string): Promise<readonly string[]> {
  logPrefixParts(prefix);
  await presence.confirm();
  const names: string[] = [];
  for await (const object of objectsUnder(store, logObject(prefix))) {
    const name = object.slice(logFolder.length + 1);
    if (name.split('/').every(isLogPart)) names.push(name);
  }
  return names.sort();
}

async function first(store: Store, object: string): Promise<Version | null> {
  return (await versionsOf(store, object))[0] ?? null;
}

async function bytesOf(store: Store, version: Version): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readVersion(store, version)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** With other bytes it is refused (`vault.log_differs`). */
async function requireEqual(store: Store, version: Version, name: string, bytes: Uint8Array): Promise<void> {
  const same = version.bytes === bytes.length && Buffer.compare(await bytesOf(store, version), bytes) === 0;
  if (same) return;
  const found = version.bytes === bytes.length ? 'others of the same size' : sizeSays(version.bytes);
  throw new VaultError('vault.log_differs', { name, expected: sizeSays(bytes.length), found });
}
