import { randomInt } from 'node:crypto';
import type { OriginalAbout, OriginalFacts, PublishedOriginal } from '../contract.ts';
import { VaultError } from '../errors.ts';
import { writeFailure } from '../local/disk-error.ts';
import { syncFolder } from '../local/durable.ts';
import { originalObject } from '../local/layout.ts';
import { lookAt } from '../local/look.ts';
import { unlinkIfThere } from '../local/write-once.ts';
import { requireInStaging, requireStaged } from '../staged.ts';
import { ensureLocked } from './lock.ts';
import { metadataFits, metadataOf } from './metadata.ts';
import { uploadInParts } from './multipart.ts';
import { equalVersion } from './originals.ts';
import { type Landed, putOnce, type WholeObject } from './put-once.ts';
import { readBack } from './read-version.ts';
import type { S3Room } from './room.ts';
import type { Version } from './versions.ts';

interface Order {
  readonly staged: string;
  readonly facts: OriginalFacts;
  readonly until: Temporal.Instant;
  readonly about: OriginalAbout | null;
}

/**
 * Publishes a staged file. There is one way through, and a crash at any point of it is mended by going through it
 * again: every step finds out for itself whether it is done.
 *
 * The staged file goes last of all, after the store has shown that it has the bytes, and that they are locked.
 */
export async function publishOriginal(
  room: S3Room,
  stagedName: string,
  order: Omit<Order, 'staged'>,
): Promise<PublishedOriginal> {
  const { store, act, presence, staging } = room;
  const { facts, until } = order;
  const staged = requireInStaging(staging, stagedName);
  const mine = await lookAt(staged);
  if (mine !== null) requireStaged(staged, mine, facts);
  await presence.confirm();
  const object = originalObject(facts.sha256);

  const found = await act('vault.s3.look', () => equalVersion(store, facts));
  const equal = 'version' in found ? found.version : null;
  if ('reread' in found) requireUploadable(found.reread, { staged, object, there: mine !== null });
  // A standing version was read whole just now; by whom it was written is of no account.
  const { version, named } =
    equal === null
      ? await act('vault.s3.upload', () => upload(room, { ...order, staged }))
      : { version: equal, named: true };
  const drawn = equal !== null || !named || isDrawn(room);
  const locked = await act('vault.s3.lock', () => ensureLocked(store, version, until));
  await act('vault.s3.proof', async () => {
    if (equal !== null) return;
    if (locked.bytes !== facts.bytes || !metadataFits(locked, facts))
      throw notKept(room, version, 'other metadata');
    if (!drawn) return;
    const reread = await readBack(store, version, facts);
    if (reread.found !== 'equal')
      throw notKept(room, version, reread.found === 'missing' ? 'nothing' : reread.actual);
  });
  await act('vault.s3.unlink', () => dropStaged(staging, staged));
  const published = { object, location: store.urlOf(object), immutable: true, retainUntil: locked.until };
  return drawn ? published : { ...published, readBack: false };
}

/** Of what a sample is taken of, one in so many is read back. */
const oneIn = 10;

/** Drawn by chance: a store that loses things must not be able to tell which it will be asked for. */
function isDrawn({ sampling }: S3Room): boolean {
  return !sampling() || randomInt(oneIn) === 0;
}

/** Other bytes under the digest are never written over, and what is not there cannot be sent. */
function requireUploadable(
  reread: Exclude<Awaited<ReturnType<typeof equalVersion>>, { version: unknown }>['reread'],
  { staged, object, there }: { readonly staged: string; readonly object: string; readonly there: boolean },
): void {
  if (reread.found === 'altered')
    throw new VaultError('vault.object_differs', { object, expected: reread.expected, found: reread.actual });
  if (!there) throw new VaultError('vault.nothing_to_publish', { staged, object });
}

async function upload(room: S3Room, { staged, facts, until, about }: Order): Promise<Landed> {
  const whole: WholeObject = {
    object: originalObject(facts.sha256),
    until,
    metadata: metadataOf(facts, about),
    contentType: 'application/octet-stream',
  };
  if (facts.bytes > room.partBytes) return await uploadInParts(room, staged, facts.bytes, whole);
  let kept: ArrayBuffer | null = await room.buffers.take(facts.bytes);
  try {
    const filled = await room.readPart(staged, { at: 0, bytes: facts.bytes }, kept);
    kept = filled.buffer;
    return await putOnce(room.store, whole, filled, facts.bytes);
  } catch (error) {
    kept = null;
    throw error;
  } finally {
    room.buffers.giveBack(kept);
  }
}

/** May be the way's fault and not the store's: the next try reads what stands there, and says so if it is altered. */
function notKept({ store }: S3Room, { object }: Version, found: string): VaultError {
  return new VaultError('vault.store_failed', { store: store.url, object, found: `read back: ${found}` });
}

async function dropStaged(staging: string, staged: string): Promise<void> {
  try {
    await unlinkIfThere(staged);
    await syncFolder(staging);
  } catch (error) {
    throw writeFailure(error, staged);
  }
}
