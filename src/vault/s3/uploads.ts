import { ListMultipartUploadsCommand, ListPartsCommand } from '@aws-sdk/client-s3';
import type { Store } from './store.ts';

/** A part that the store has of an upload that was broken off. */
export interface StandingPart {
  readonly bytes: number;
  /** Quoted, as the store gives it; of most stores the MD5 in hex. */
  readonly etag: string;
}

/** The oldest upload of exactly this object that was begun and not completed, or null. */
export async function unfinishedUpload(store: Store, object: string): Promise<string | null> {
  const Prefix = store.keyOf(object);
  const { Uploads } = await store.steadily(object, (client, how) =>
    client.send(new ListMultipartUploadsCommand({ Bucket: store.bucket, Prefix }), how),
  );
  const mine = (Uploads ?? []).filter((one) => one.Key === Prefix);
  const [oldest] = mine.sort((a, b) => Number(a.Initiated ?? 0) - Number(b.Initiated ?? 0));
  return oldest?.UploadId ?? null;
}

/** What the store has of an upload, by number. */
export async function standingParts(
  store: Store,
  object: string,
  upload: string,
): Promise<ReadonlyMap<number, StandingPart>> {
  const parts = new Map<number, StandingPart>();
  let from: { PartNumberMarker?: string } = {};
  for (;;) {
    const where = { Bucket: store.bucket, Key: store.keyOf(object), UploadId: upload };
    const page = await store.steadily(object, (client, how) =>
      client.send(new ListPartsCommand({ ...where, ...from }), how),
    );
    for (const { PartNumber, Size, ETag } of page.Parts ?? [])
      if (PartNumber !== undefined) parts.set(PartNumber, { bytes: Size ?? 0, etag: ETag ?? '' });
    if (page.IsTruncated !== true || page.NextPartNumberMarker === undefined) return parts;
    from = { PartNumberMarker: page.NextPartNumberMarker };
  }
}

/** Whether the store has this part already. Where its ETag is no MD5, it is sent again. */
export function isSamePart(
  standing: StandingPart | undefined,
  bytes: number,
  md5: string,
): standing is StandingPart {
  if (standing?.bytes !== bytes) return false;
  return standing.etag.replaceAll('"', '') === Buffer.from(md5, 'base64').toString('hex');
}
