import { VaultError } from '../errors.ts';
import { markerName, originalsFolder } from '../local/layout.ts';
import {
  type Marker,
  markerText,
  mostMarkerBytes,
  parseMarker,
  requireMarkerOf,
  requireVaultId,
} from '../marker-text.ts';
import { checkBucket, makeBucket } from './bucket.ts';
import { ensureLocked } from './lock.ts';
import { filledWith, putOnce } from './put-once.ts';
import { readVersion } from './read-version.ts';
import { logUntil } from './room.ts';
import type { S3VaultOptions } from './settings.ts';
import { Store } from './store.ts';
import { objectsUnder, versionsOf } from './versions.ts';

/**
 * Makes a bucket, or a part of it, a vault, once. A bucket that is not there is made; repeated with the same id it
 * changes nothing; another vault's, or one with originals and no marker, is refused.
 */
export async function createS3Vault(
  { store: settings, logRetention }: Pick<S3VaultOptions, 'store' | 'logRetention'>,
  { id, created }: { readonly id: string; readonly created: Temporal.Instant },
): Promise<Marker> {
  requireVaultId(id);
  const store = new Store(settings);
  await checkBucket(store).catch(async (error: unknown) => {
    if (!(error instanceof VaultError) || error.code !== 'vault.bucket_missing') throw error;
    await makeBucket(store);
    await checkBucket(store);
  });
  const until = logUntil({ logRetention });
  if ((await versionsOf(store, markerName)).length === 0) {
    for await (const _ of objectsUnder(store, `${originalsFolder}/`))
      throw new VaultError('vault.marker_lost', { folder: store.url });
    const bytes = Buffer.from(markerText({ id, created: created.toString() }));
    const whole = { object: markerName, until, metadata: {}, contentType: 'application/json' };
    await putOnce(store, whole, filledWith(bytes), bytes.length);
  }
  const standing = await readS3Marker(store, id);
  for (const version of (await versionsOf(store, markerName)).slice(0, 1))
    await ensureLocked(store, version, until, Temporal.Now.instant());
  return standing;
}

/** The first marker that was written counts: who writes another one over it changes nothing. */
export async function readS3Marker(store: Store, expected: string | null): Promise<Marker> {
  const [first] = await versionsOf(store, markerName);
  if (first === undefined) throw new VaultError('vault.marker_missing', { folder: store.url });
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of readVersion(store, first)) {
    bytes += piece.length;
    if (bytes > mostMarkerBytes) break;
    pieces.push(piece);
  }
  const marker = parseMarker(store.urlOf(markerName), Buffer.concat(pieces).toString('utf8'));
  requireMarkerOf(store.url, marker, expected);
  return marker;
}
