import { PutObjectLegalHoldCommand } from '@aws-sdk/client-s3';
import { VaultError } from '../errors.ts';
import { headOf } from './head.ts';
import { requireHead } from './lock.ts';
import { requireOriginal, standing } from './originals.ts';
import type { S3Room } from './room.ts';
import type { Store } from './store.ts';
import type { Version } from './versions.ts';

type Status = 'ON' | 'OFF';

/**
 * Puts the legal hold on every version that stands under a digest, or takes it off, and looks at each again: a store
 * may answer that it has done so and drop it. Errors: `vault.original_missing`, `vault.hold_missing`.
 */
export async function setHold({ presence, store }: S3Room, sha256: string, status: Status): Promise<void> {
  await presence.confirm();
  await requireOriginal(store, sha256);
  for (const version of await standing(store, sha256)) await setHoldOn(store, version, status);
}

/** Of the version that counts as the original. */
export async function isHeld({ presence, store }: S3Room, sha256: string): Promise<boolean> {
  await presence.confirm();
  const [first] = await standing(store, sha256);
  return first !== undefined && (await headOf(store, first))?.held === true;
}

/** The same of one version. */
export async function setHoldOn(store: Store, version: Version, status: Status): Promise<void> {
  const wanted = status === 'ON';
  if ((await requireHead(store, version)).held === wanted) return;
  const where = { Bucket: store.bucket, Key: store.keyOf(version.object), VersionId: version.id };
  await store.steadily(version.object, (client, how) =>
    client.send(new PutObjectLegalHoldCommand({ ...where, LegalHold: { Status: status } }), how),
  );
  if ((await requireHead(store, version)).held === wanted) return;
  throw new VaultError('vault.hold_missing', {
    object: store.urlOf(version.object),
    expected: status,
    found: wanted ? 'OFF' : 'ON',
  });
}
