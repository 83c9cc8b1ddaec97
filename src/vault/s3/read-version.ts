import { GetObjectCommand } from '@aws-sdk/client-s3';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import type { OriginalFacts, Reread } from '../contract.ts';
import { passes, VaultError } from '../errors.ts';
import { compareReread } from '../rereader.ts';
import { saysNotThere } from './failure.ts';
import type { Store } from './store.ts';
import type { Version } from './versions.ts';

const tries = 4;

/**
 * The bytes of a version, in order. An answer that breaks off is carried on from where it broke off.
 * Error: `vault.original_missing` where the store no longer has it.
 */
export async function* readVersion(store: Store, version: Version): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let failures = 0; ; ) {
    try {
      for await (const piece of answer(store, version, at)) {
        at += piece.length;
        failures = 0;
        yield piece;
      }
      return;
    } catch (error) {
      const failure = store.failure(error, version.object);
      failures += 1;
      if (failures === tries || !passes(failure)) throw failure;
      // All of it has come, and only the end of the answer was lost.
      if (at > 0 && at >= version.bytes) return;
      await store.pause(failures);
    }
  }
}

async function* answer(store: Store, version: Version, at: number): AsyncGenerator<Uint8Array> {
  const where = { Bucket: store.bucket, Key: store.keyOf(version.object), VersionId: version.id };
  const range = at === 0 ? {} : { Range: `bytes=${at}-` };
  const { Body, ContentRange } = await store
    .once(version.object, (client, how) => client.send(new GetObjectCommand({ ...where, ...range }), how))
    .catch((error: unknown) => {
      if (!saysNotThere(error)) throw error;
      throw new VaultError('vault.original_missing', { object: version.object }, { cause: error });
    });
  if (at > 0 && ContentRange?.startsWith(`bytes ${at}-`) !== true) {
    const found = 'the whole object, where the rest of it was asked for';
    throw new VaultError('vault.store_failed', { store: store.url, object: version.object, found });
  }
  // In Node it is a stream; the library's type also has what browsers give.
  if (Body !== undefined) yield* Body as AsyncIterable<Uint8Array>;
}

/** Reads a version back whole and compares it. What is too long is not read to its end. */
export async function readBack(store: Store, version: Version, facts: OriginalFacts): Promise<Reread> {
  return await store.readBacks.within(() => readWhole(store, version, facts));
}

async function readWhole(store: Store, version: Version, facts: OriginalFacts): Promise<Reread> {
  const hasher = new Blake3Hasher();
  let bytes = 0;
  try {
    for await (const piece of readVersion(store, version)) {
      await store.downPace.take(piece.length);
      hasher.update(piece);
      bytes += piece.length;
      store.spent.add(piece.length);
      if (bytes > facts.bytes) break;
    }
  } catch (error) {
    if (error instanceof VaultError && error.code === 'vault.original_missing') return { found: 'missing' };
    throw error;
  }
  return compareReread(facts, { bytes, blake3: hasher.digest('hex') });
}
