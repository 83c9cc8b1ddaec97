import {
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { VaultError } from '../errors.ts';
import { lockHeaders, requireFuture } from './lock.ts';
import { type Part, partsOf } from './part-plan.ts';
import { type Landed, landed, type WholeObject } from './put-once.ts';
import type { S3Room } from './room.ts';
import { bodyOfPart } from './signed-body.ts';
import type { StandingPart } from './uploads.ts';
import { isSamePart, standingParts, unfinishedUpload } from './uploads.ts';

interface Upload {
  readonly object: string;
  readonly id: string;
  readonly staged: string;
  readonly standing: ReadonlyMap<number, StandingPart>;
}

/**
 * Sends a staged file up in parts, several at once, and makes them one object. An upload that a crash or a dead
 * network broke off is carried on: what the store has of it is compared with the file and not sent again. The version
 * that comes of it may have no lock yet.
 */
export async function uploadInParts(
  room: S3Room,
  staged: string,
  bytes: number,
  whole: WholeObject,
): Promise<Landed> {
  const { act, store } = room;
  const { object } = whole;
  const upload = await act('vault.s3.begin', () => takeUp(room, staged, whole));
  const parts = await sendAll(room, upload, partsOf(bytes, room.partBytes));
  const where = { Bucket: store.bucket, Key: store.keyOf(object), UploadId: upload.id };
  const command = new CompleteMultipartUploadCommand({ ...where, MultipartUpload: { Parts: parts } });
  const done = await act('vault.s3.complete', () =>
    landed(store, object, bytes, async () => {
      const { VersionId } = await store.once(object, (client, how) => client.send(command, how));
      return VersionId ?? null;
    }),
  );
  // Parts of an earlier run were not watched on their way by this one.
  return { ...done, named: done.named && upload.standing.size === 0 };
}

async function takeUp({ store }: S3Room, staged: string, whole: WholeObject): Promise<Upload> {
  const { object, until, metadata, contentType } = whole;
  const begun = await unfinishedUpload(store, object);
  if (begun !== null)
    return { object, id: begun, staged, standing: await standingParts(store, object, begun) };
  requireFuture(until);
  const command = new CreateMultipartUploadCommand({
    Bucket: store.bucket,
    Key: store.keyOf(object),
    ContentType: contentType,
    Metadata: metadata,
    ...lockHeaders(store, until),
  });
  const { UploadId } = await store.once(object, (client, how) => client.send(command, how));
  if (UploadId !== undefined) return { object, id: UploadId, staged, standing: new Map() };
  const found = 'an upload without an id';
  throw new VaultError('vault.store_failed', { store: store.url, object, found });
}

/** The first failure ends the others; what they have sent by then is found again by the next try. */
async function sendAll(room: S3Room, upload: Upload, parts: readonly Part[]): Promise<CompletedPart[]> {
  const sent: CompletedPart[] = [];
  const left = [...parts];
  let failed = false;
  const line = async (): Promise<void> => {
    for (let part = left.shift(); part !== undefined && !failed; part = left.shift())
      sent.push(await room.act('vault.s3.part', sender(room, upload, part)));
  };
  const lines = Array.from({ length: room.partsAtOnce }, () =>
    line().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  for (const ended of await Promise.allSettled(lines)) if (ended.status === 'rejected') throw ended.reason;
  return sent.sort((a, b) => (a.PartNumber ?? 0) - (b.PartNumber ?? 0));
}

function sender(room: S3Room, upload: Upload, part: Part): () => Promise<CompletedPart> {
  return async () => {
    let kept: ArrayBuffer | null = await room.buffers.take(part.bytes);
    try {
      const filled = await room.readPart(upload.staged, part, kept);
      kept = filled.buffer;
      const standing = upload.standing.get(part.number);
      if (isSamePart(standing, part.bytes, filled.md5))
        return { PartNumber: part.number, ETag: standing.etag };
      const { store } = room;
      const answer = await store.steadily(upload.object, (client, how) => {
        const command = new UploadPartCommand({
          Bucket: store.bucket,
          Key: store.keyOf(upload.object),
          UploadId: upload.id,
          PartNumber: part.number,
          Body: bodyOfPart(filled, part.bytes, store),
          ContentLength: part.bytes,
          ContentMD5: filled.md5,
        });
        return client.send(command, how);
      });
      return { PartNumber: part.number, ETag: answer.ETag };
    } catch (error) {
      // A request that failed may still read from it.
      kept = null;
      throw error;
    } finally {
      room.buffers.giveBack(kept);
    }
  };
}
