import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { VaultError } from '../errors.ts';
import { originalObject } from '../local/layout.ts';
import { tombstoneText } from '../tombstone.ts';
import { type Head, headOf } from './head.ts';
import { getLogObject, putLogObject } from './log.ts';
import type { S3Room } from './room.ts';
import type { Store } from './store.ts';
import { type Version, versionsOf } from './versions.ts';

/**
 * Removes every version under a digest whose time is over. The log object that says so stands before the first one
 * goes; a crash after that is mended by going through it again. GOVERNANCE is never gone round: what this looks at
 * first, the store itself refuses too.
 */
export async function disposeOriginal(room: S3Room, sha256: string, tombstone: string): Promise<void> {
  const { store, act, presence } = room;
  await presence.confirm();
  const object = originalObject(sha256);
  const versions = await versionsOf(store, object);
  if (versions.length === 0 && (await getLogObject(room, tombstone)) === null)
    throw new VaultError('vault.original_missing', { object: store.urlOf(object) });
  for (const version of versions) requireDisposable(store, object, await headOf(store, version));
  await putLogObject(room, tombstone, tombstoneText(tombstone));
  await act('vault.s3.dispose.remove', async () => {
    for (const version of versions) await remove(store, version);
  });
  await act('vault.s3.dispose.look', async () => {
    const [left] = await versionsOf(store, object);
    if (left === undefined) return;
    const found = `version ${left.id}, after it was deleted`;
    throw new VaultError('vault.store_failed', { store: store.url, object, found });
  });
}

/** One that is gone by now asks for nothing. Errors: `vault.on_hold`, `vault.still_locked`. */
function requireDisposable(store: Store, object: string, head: Head | null): void {
  if (head === null) return;
  const { held, until } = head;
  if (held) throw new VaultError('vault.on_hold', { object: store.urlOf(object) });
  if (until === null || Temporal.Instant.compare(until, Temporal.Now.instant()) <= 0) return;
  throw new VaultError('vault.still_locked', { object: store.urlOf(object), until: until.toString() });
}

/** A version that is deleted twice is gone all the same. The store's clock may be behind: then it is right to refuse. */
async function remove(store: Store, version: Version): Promise<void> {
  const where = { Bucket: store.bucket, Key: store.keyOf(version.object), VersionId: version.id };
  try {
    await store.steadily(version.object, (client, how) => client.send(new DeleteObjectCommand(where), how));
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'vault.store_refused') throw error;
    const head = await headOf(store, version);
    if (head?.until == null) throw error;
    const params = { object: store.urlOf(version.object), until: head.until.toString() };
    throw new VaultError('vault.still_locked', params, { cause: error });
  }
}
