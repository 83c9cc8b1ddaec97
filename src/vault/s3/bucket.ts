import {
  CreateBucketCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  PutObjectLockConfigurationCommand,
} from '@aws-sdk/client-s3';
import { VaultError } from '../errors.ts';
import { saysNotThere } from './failure.ts';
import type { Store } from './store.ts';

/** What a bucket gives every new version that says nothing itself; null where it gives nothing. */
export type DefaultLock = { readonly mode: string; readonly days: number } | null;

/**
 * Looks whether a bucket can hold a vault: versions and Object Lock are on (neither can be taken away again), and the
 * store's clock is right. Errors: `vault.bucket_missing`, `vault.bucket_unlocked`, `vault.store_clock`, those of asking.
 */
export async function checkBucket(store: Store): Promise<DefaultLock> {
  const Bucket = store.bucket;
  const versioning = await store.steadily('', (client, how) =>
    client.send(new GetBucketVersioningCommand({ Bucket }), how),
  );
  store.clock.require(store.url);
  const unlocked = (found: string) => new VaultError('vault.bucket_unlocked', { store: store.url, found });
  if (versioning.Status !== 'Enabled') throw unlocked(`versioning ${versioning.Status ?? 'off'}`);
  const lock = await store
    .steadily('', (client, how) => client.send(new GetObjectLockConfigurationCommand({ Bucket }), how))
    .catch((error: unknown) => {
      if (saysNotThere(error)) throw unlocked('no Object Lock');
      throw error;
    });
  const { ObjectLockEnabled, Rule } = lock.ObjectLockConfiguration ?? {};
  if (ObjectLockEnabled !== 'Enabled') throw unlocked('no Object Lock');
  const { Mode, Days, Years } = Rule?.DefaultRetention ?? {};
  return Mode === undefined ? null : { mode: Mode, days: (Days ?? 0) + 365 * (Years ?? 0) };
}

/**
 * Makes the bucket where there is none, with a lock of a day for whatever says nothing itself: it covers the moment
 * between the end of a multipart upload and its lock. A bucket that stands is left as it is.
 */
export async function makeBucket(store: Store): Promise<void> {
  const { bucket: Bucket, settings } = store;
  const LocationConstraint =
    settings.endpoint === null && settings.region !== 'us-east-1' ? settings.region : null;
  const place = LocationConstraint === null ? {} : { CreateBucketConfiguration: { LocationConstraint } };
  // The region's type is the list of AWS's own; other stores have others.
  const command = new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true, ...(place as object) });
  await store.once('', (client, how) => client.send(command, how));
  await store.steadily('', (client, how) =>
    client.send(
      new PutObjectLockConfigurationCommand({
        Bucket,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: settings.mode, Days: 1 } },
        },
      }),
      how,
    ),
  );
}
