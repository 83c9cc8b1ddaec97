import { createHash } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { passes, VaultError } from '../errors.ts';
import { lockHeaders, requireFuture } from './lock.ts';
import type { FilledPart } from './read-part.ts';
import { bodyOfPart } from './signed-body.ts';
import type { Store } from './store.ts';
import { type Version, versionsOf } from './versions.ts';

/** What is written in one request, and how it is locked. */
export interface WholeObject {
  readonly object: string;
  readonly until: Temporal.Instant;
  readonly metadata: Record<string, string>;
  readonly contentType: string;
}

/**
 * Writes an object in one request, which is never repeated blindly: where its answer is lost, the store is asked what
 * it has. `filled` holds the bytes at its beginning.
 */
export async function putOnce(
  store: Store,
  { object, until, metadata, contentType }: WholeObject,
  filled: FilledPart,
  bytes: number,
): Promise<Landed> {
  requireFuture(until);
  const command = new PutObjectCommand({
    Bucket: store.bucket,
    Key: store.keyOf(object),
    Body: bodyOfPart(filled, bytes, store),
    ContentLength: bytes,
    ContentMD5: filled.md5,
    ContentType: contentType,
    Metadata: metadata,
    ...lockHeaders(store, until),
  });
  return await landed(store, object, bytes, async () => {
    const { VersionId } = await store.once(object, (client, how) => client.send(command, how));
    return VersionId ?? null;
  });
}

/** A version that was written, and whether the store itself has named it as the one. */
export interface Landed {
  readonly version: Version;
  readonly named: boolean;
}

/**
 * Runs what ends with a new version of an object, and finds out which: from its answer, or where that says nothing or
 * was lost, from the store's list.
 */
export async function landed(
  store: Store,
  object: string,
  bytes: number,
  write: () => Promise<string | null>,
): Promise<Landed> {
  let failure: unknown = null;
  try {
    const id = await write();
    if (id !== null) return { version: { object, id, bytes }, named: true };
  } catch (error) {
    if (!passes(error)) throw error;
    failure = error;
  }
  const found = (await versionsOf(store, object)).find((one) => one.bytes === bytes);
  if (found !== undefined) return { version: found, named: failure === null };
  if (failure !== null) throw failure;
  const lost = 'it answered that it was written, and has no such version';
  throw new VaultError('vault.store_failed', { store: store.url, object, found: lost });
}

/** A small thing in memory, as a part that was read from a file. */
export function filledWith(bytes: Uint8Array): FilledPart {
  return {
    buffer: Uint8Array.from(bytes).buffer,
    md5: createHash('md5').update(bytes).digest('base64'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
