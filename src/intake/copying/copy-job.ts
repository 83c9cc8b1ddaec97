import type { ContentDigests } from '../../custody/entry-kinds.ts';

/** One file to be brought in: read from the card once, hashed, staged, made durable, read back and compared. */
export interface CopyJob {
  /** Absolute path on the card, as bytes. */
  readonly source: Uint8Array;
  readonly staged: string;
  /** What the listing saw; anything else at the end means that the file changed under the copy. */
  readonly expected: SourceFacts;
  readonly sm3: boolean;
  /** Whether the journal names the staged file: then a copy that was cut off is kept, to be resumed. */
  readonly journalled: boolean;
  /** Journalled prefix digests of an earlier, interrupted copy; empty for a fresh one. */
  readonly pieces: readonly string[];
}

export interface SourceFacts {
  readonly bytes: number;
  /** Nanoseconds since 1970 as decimal text: more than a number holds. */
  readonly modifiedNs: string;
}

export interface CopyResult {
  readonly digests: ContentDigests;
  readonly bytes: number;
  /** Bytes that came from the earlier copy instead of the card; 0 for a fresh one. */
  readonly resumedFrom: number;
}

/** Why a copy did not come to its end. The main thread decides what that means for the recording. */
export type CopyFailure =
  | { readonly kind: 'cancelled' }
  /** The card answered with an error; `offset` is the first byte that could not be read. */
  | { readonly kind: 'read'; readonly errno: string; readonly offset: number }
  /** The file is another one than was listed: it grew, shrank or was written to. */
  | { readonly kind: 'changed'; readonly bytes: number }
  /** What is opened under this name is no regular file any more. */
  | { readonly kind: 'not_a_file' }
  | { readonly kind: 'write'; readonly errno: string }
  /** The staged bytes, read back past the cache, are not those that were written. */
  | { readonly kind: 'mismatch'; readonly expected: string; readonly actual: string };

export type CopyEvent =
  | { readonly on: 'progress'; readonly bytes: number }
  | { readonly on: 'piece'; readonly index: number; readonly blake3: string }
  /** The card is no longer needed: everything was read and the file had not changed. Durability and read-back follow. */
  | { readonly on: 'read' };

/** Lets a running copy wait (pause) or give up (cancel) between two reads. */
export interface CopyControl {
  /** Resolves at once unless paused; rejects with `CopyFailed` when cancelled. */
  gate(): Promise<void>;
  readonly cancelled: boolean;
}

export class CopyFailed extends Error {
  readonly failure: CopyFailure;
  constructor(failure: CopyFailure, cause?: unknown) {
    super(`copy: ${failure.kind}`, cause === undefined ? {} : { cause });
    this.failure = failure;
  }
}

/** A copy of another version of the file, or one that the disk has not kept, is of no use to a later one. */
export function voids(error: unknown): boolean {
  return (
    error instanceof CopyFailed && (error.failure.kind === 'changed' || error.failure.kind === 'mismatch')
  );
}

/** A file that is another one than was listed gives no answer; every other failure stays one. */
export function unlessChanged(error: unknown): null {
  if (error instanceof CopyFailed && error.failure.kind === 'changed') return null;
  throw error;
}
