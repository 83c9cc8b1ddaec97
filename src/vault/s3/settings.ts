import type { Bandwidth } from './bandwidth.ts';
import type { ReadPart } from './read-part.ts';
import type { Steps } from './steps.ts';

/**
 * `COMPLIANCE`: nobody can delete a locked version or shorten its lock, the owner of the store included. `GOVERNANCE`:
 * whom the store has given that right can.
 */
export type LockMode = 'COMPLIANCE' | 'GOVERNANCE';

export interface StoreKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Where the store is, and how it is spoken to. */
export interface StoreSettings {
  /** Null: the one that AWS has for the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  /** Before every name in the bucket; empty, or ending with `/`. */
  readonly prefix: string;
  readonly mode: LockMode;
  /** The bucket stands in the path and not in the host's name, as most stores outside of AWS want it. */
  readonly pathStyle: boolean;
  readonly keys: StoreKeys;
  /** Certificates, PEM, that are trusted beside no others; null: those of the system. */
  readonly ca: string | null;
  /** After so long without a byte in either direction a request has failed. A busy store may take minutes. */
  readonly answerMs: number;
  /** Before the second try of what may be repeated; twice as long before each further one, give or take a half. */
  readonly retryMs: number;
  /** Left out: no limit. */
  readonly bandwidth?: Bandwidth;
}

export interface S3VaultOptions {
  readonly store: StoreSettings;
  /** The id the marker must have; null takes any, for a reader that knows none. */
  readonly id: string | null;
  /** Absolute folder on a local disk, in which files are staged until they are in the store. */
  readonly staging: string;
  /** How long log objects are locked. */
  readonly logRetention: Temporal.Duration;
  /** Size of a part, and how many may be in memory at once, over all uploads. */
  readonly partBytes: number;
  readonly partsAtOnce: number;
  /** Asked for each original: whether reading a sample of them back is enough. Left out: every one is read back. */
  readonly sampling?: () => boolean;
  /** A part that waits for the store to answer is not asked for ever: ends with the station. */
  readonly signal?: AbortSignal;
  readonly readPart?: ReadPart;
  readonly steps?: Steps;
}
