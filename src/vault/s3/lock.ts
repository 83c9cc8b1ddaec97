import { PutObjectRetentionCommand } from '@aws-sdk/client-s3';
import { VaultError } from '../errors.ts';
import { laterOf } from '../retention-date.ts';
import { type Head, headOf } from './head.ts';
import { toDate } from './js-date.ts';
import type { LockMode } from './settings.ts';
import type { Store } from './store.ts';
import type { Version } from './versions.ts';

/** What is written with a new object, where the store heeds it. */
export function lockHeaders(store: Store, until: Temporal.Instant) {
  return { ObjectLockMode: store.settings.mode, ObjectLockRetainUntilDate: toDate(until) };
}

/** Whether it is locked at least so long, and at least as strongly as this vault locks. */
export function isLocked(store: Store, { mode, until }: Head, atLeast: Temporal.Instant): boolean {
  if (mode === null || until === null || strongest(mode, store.settings.mode) !== mode) return false;
  return Temporal.Instant.compare(until, atLeast) >= 0;
}

/**
 * Sees to it that a version is locked until then or longer, and says how long it is. Ceph takes lock headers with a
 * multipart upload and drops them, so that what was written with the object is not believed but looked at, and the
 * lock that was set is looked at again. Errors: `vault.lock_missing`, `vault.store_failed` where the version is gone.
 */
export async function ensureLocked(
  store: Store,
  version: Version,
  until: Temporal.Instant,
  enough: Temporal.Instant = until,
): Promise<Head & { readonly until: Temporal.Instant }> {
  const before = await requireHead(store, version);
  if (isLocked(store, before, enough) && before.until !== null) return { ...before, until: before.until };
  requireFuture(until);
  const { mode } = store.settings;
  const Retention = {
    Mode: before.mode === null ? mode : strongest(before.mode, mode),
    RetainUntilDate: toDate(before.until === null ? until : laterOf(before.until, until)),
  };
  const where = { Bucket: store.bucket, Key: store.keyOf(version.object), VersionId: version.id };
  await store.steadily(version.object, (client, how) =>
    client.send(new PutObjectRetentionCommand({ ...where, Retention }), how),
  );
  const after = await requireHead(store, version);
  if (isLocked(store, after, until) && after.until !== null) return { ...after, until: after.until };
  throw new VaultError('vault.lock_missing', {
    object: store.urlOf(version.object),
    expected: `${mode} ${until}`,
    found: `${after.mode ?? 'none'} ${after.until ?? ''}`.trimEnd(),
  });
}

/** A lock that ends before it begins protects nothing; stores answer 400 in words of their own. */
export function requireFuture(until: Temporal.Instant): void {
  if (Temporal.Instant.compare(until, Temporal.Now.instant()) > 0) return;
  throw new VaultError('vault.retention_past', { until: until.toString() });
}

/** A store may answer that it has written what it has lost. */
export async function requireHead(store: Store, version: Version): Promise<Head> {
  const head = await headOf(store, version);
  if (head !== null) return head;
  const object = store.urlOf(version.object);
  const found = `no version ${version.id}, which it has written`;
  throw new VaultError('vault.store_failed', { store: store.url, object, found });
}

function strongest(a: LockMode, b: LockMode): LockMode {
  return a === 'COMPLIANCE' ? a : b;
}
