import { AbortMultipartUploadCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { originalsFolder } from '../local/layout.ts';
import { saysNotThere } from './failure.ts';
import { fromDate } from './js-date.ts';
import type { S3Room } from './room.ts';
import type { Store } from './store.ts';
import { decoded } from './versions.ts';

/** An upload in parts that was begun and neither completed nor aborted. A store keeps and bills its parts for ever. */
export interface Abandoned {
  /** Relative to the vault. */
  readonly object: string;
  readonly begun: Temporal.Instant;
}

/** What this vault writes in parts; whatever else lies in the bucket is somebody else's. */
const ours = `${originalsFolder}/`;

/**
 * Aborts uploads of this vault that were begun before a moment and that nothing on the station waits to carry on; those
 * of others, and those of other prefixes, are not even asked for. Returns what was aborted.
 */
export async function abortAbandoned(
  { store, presence }: S3Room,
  waits: (sha256: string) => boolean,
  before: Temporal.Instant,
): Promise<readonly Abandoned[]> {
  await presence.confirm();
  const aborted: Abandoned[] = [];
  for await (const { id, ...upload } of uploadsUnder(store, ours)) {
    const sha256 = upload.object.split('/').at(-1) ?? '';
    if (Temporal.Instant.compare(upload.begun, before) >= 0 || waits(sha256)) continue;
    const where = { Bucket: store.bucket, Key: store.keyOf(upload.object), UploadId: id };
    await store
      .steadily(upload.object, (client, how) => client.send(new AbortMultipartUploadCommand(where), how))
      .then(() => aborted.push(upload))
      .catch((error: unknown) => {
        // Completed or aborted in between.
        if (!saysNotThere(error)) throw error;
      });
  }
  return aborted;
}

async function* uploadsUnder(
  store: Store,
  prefix: string,
): AsyncGenerator<Abandoned & { readonly id: string }> {
  let from: { KeyMarker?: string; UploadIdMarker?: string } = {};
  for (;;) {
    const page = await store.steadily(prefix, (client, how) =>
      client.send(
        new ListMultipartUploadsCommand({
          ...{ Bucket: store.bucket, Prefix: store.keyOf(prefix), EncodingType: 'url' },
          ...from,
        }),
        how,
      ),
    );
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      const object = decoded(Key ?? '').slice(store.settings.prefix.length);
      // One whose age is not told is left alone.
      if (UploadId === undefined || Initiated === undefined || !object.startsWith(prefix)) continue;
      yield { object, id: UploadId, begun: fromDate(Initiated) };
    }
    if (page.IsTruncated !== true || page.NextKeyMarker === undefined) return;
    const { NextKeyMarker, NextUploadIdMarker } = page;
    from = {
      KeyMarker: decoded(NextKeyMarker),
      ...(NextUploadIdMarker === undefined ? {} : { UploadIdMarker: NextUploadIdMarker }),
    };
  }
}
