import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { saysNotThere } from './failure.ts';
import { fromDate } from './js-date.ts';
import type { LockMode } from './settings.ts';
import type { Store } from './store.ts';
import type { Version } from './versions.ts';

/** What the store says of a version without giving it out. */
export interface Head {
  readonly bytes: number;
  readonly mode: LockMode | null;
  readonly until: Temporal.Instant | null;
  /** Whether a legal hold stands on it. */
  readonly held: boolean;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Null where the store has no such version. */
export async function headOf(
  store: Store,
  { object, id }: Pick<Version, 'object' | 'id'>,
): Promise<Head | null> {
  const Key = store.keyOf(object);
  try {
    const head = await store.steadily(object, (client, how) =>
      client.send(new HeadObjectCommand({ Bucket: store.bucket, Key, VersionId: id }), how),
    );
    const { ContentLength, ObjectLockMode, ObjectLockRetainUntilDate, Metadata } = head;
    const { ObjectLockLegalHoldStatus } = head;
    return {
      bytes: ContentLength ?? 0,
      mode: ObjectLockMode ?? null,
      until: ObjectLockRetainUntilDate === undefined ? null : fromDate(ObjectLockRetainUntilDate),
      held: ObjectLockLegalHoldStatus === 'ON',
      metadata: Metadata ?? {},
    };
  } catch (error) {
    if (saysNotThere(error)) return null;
    throw error;
  }
}
