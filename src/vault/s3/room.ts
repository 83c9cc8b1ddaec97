import type { PartBuffers } from './part-buffers.ts';
import type { Presence } from './presence.ts';
import type { ReadPart } from './read-part.ts';
import type { Act } from './steps.ts';
import type { Store } from './store.ts';

/** What the parts of one opened vault share. */
export interface S3Room {
  readonly store: Store;
  readonly presence: Presence;
  /** Absolute path of the folder with staged files. */
  readonly staging: string;
  readonly logRetention: Temporal.Duration;
  readonly partBytes: number;
  /** How many parts of one upload may wait for the store at once. */
  readonly partsAtOnce: number;
  readonly buffers: PartBuffers;
  readonly readPart: ReadPart;
  /** Whether a sample of originals may be read back in place of all. */
  readonly sampling: () => boolean;
  readonly act: Act;
}

/** Until when a log object that is written now is locked. */
export function logUntil({ logRetention }: Pick<S3Room, 'logRetention'>): Temporal.Instant {
  const now = Temporal.Now.zonedDateTimeISO('UTC');
  return now.add(logRetention).round({ smallestUnit: 'second', roundingMode: 'ceil' }).toInstant();
}
