/** What an original is called, and what it must turn out to be when it is read back. */
export interface OriginalFacts {
  /** SHA-256 in lower-case hex: the object's name. */
  readonly sha256: string;
  /** BLAKE3 in lower-case hex: what re-reads are compared with. */
  readonly blake3: string;
  readonly bytes: number;
}

/** What is written beside the object where the store can: enough to know it without the station. */
export interface OriginalAbout {
  readonly station: string;
  readonly evidence: string | null;
  readonly recorder: string | null;
}

export interface PublishedOriginal {
  /** Where it lies, relative to the vault. */
  readonly object: string;
  /** The same as an absolute path or URL. */
  readonly location: string;
  /** Whether the store itself refuses change and deletion beyond read-only mode (immutable flag, object lock). */
  readonly immutable: boolean;
  readonly retainUntil: Temporal.Instant;
  /** `false`: the store has taken it with its digests and was not asked for the bytes. Left out: read back and equal. */
  readonly readBack?: false;
}

/** How much more can be staged. */
export interface VaultSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** What a re-read found. `altered` says what differs; `missing` that the object is not there. */
export type Reread =
  | { readonly found: 'equal' }
  | { readonly found: 'missing' }
  | { readonly found: 'altered'; readonly expected: string; readonly actual: string };

/**
 * The write-once store of originals and named log objects. Every vault passes `test/contract/vault.ts`.
 *
 * An original that is published is never overwritten: there is no method to do it, and none may be added. It is removed
 * by `dispose` alone, which the vault itself refuses before the latest date that it was ever locked until and while a
 * legal hold stands on it, whoever asks. Dates are only ever moved later, and no method takes one away.
 */
export interface Vault {
  /** Identity from the vault's own marker; a folder or bucket without it is refused when the vault is opened. */
  readonly id: string;

  /**
   * Makes a verified staged file an original. When it resolves, the object is durable under its digest, read-only,
   * and locked until at least `retainUntil`; the staged name is gone. May be repeated after a crash at any point
   * (also when the staged file is gone already and the object stands), and by two callers with equal bytes at once:
   * they meet in one object. An object that stands under the digest with other bytes is an error, never replaced.
   */
  publish(
    staged: string,
    facts: OriginalFacts,
    retainUntil: Temporal.Instant,
    about?: OriginalAbout,
  ): Promise<PublishedOriginal>;

  /** Whether an original stands under this digest with this size. A look, not a proof: `reread` proves. */
  holds(sha256: string, bytes: number): Promise<boolean>;

  /** Where an original of this digest lies or would lie, relative and absolute. */
  locate(sha256: string): { object: string; location: string };

  /** Reads the whole object past every cache and compares it with its digest. */
  reread(facts: OriginalFacts): Promise<Reread>;

  /** The object's bytes in order, for an export. */
  read(sha256: string): AsyncIterable<Uint8Array>;

  /** The latest date that the object was ever locked until, or null where it is not held. */
  retainedUntil(sha256: string): Promise<Temporal.Instant | null>;
  /** Moves the date later. An earlier date than the present one changes nothing: retention is never shortened. */
  retain(sha256: string, until: Temporal.Instant): Promise<Temporal.Instant>;

  /**
   * Puts a legal hold on the original: while it stands, it cannot be disposed of, whatever its date. One that stands
   * already stays. Error: `vault.original_missing`.
   */
  hold(sha256: string): Promise<void>;
  /** Takes the hold off, where one stands; that it stood remains on record. Error: `vault.original_missing`. */
  release(sha256: string): Promise<void>;
  /** Whether a hold stands on the original; false where it is not in the vault. */
  held(sha256: string): Promise<boolean>;

  /**
   * Removes the original for good, after a log object (`disposed/<sha256>/<disposal>`) says that it does so by this
   * disposal. May be repeated after a crash at any point. Later, equal bytes may be published anew.
   * Errors: `vault.still_locked`, `vault.on_hold`, `vault.original_missing` where it neither stands nor was disposed of.
   * @param disposal id of the approved disposal
   */
  dispose(sha256: string, disposal: string): Promise<void>;
  /** The disposals by which bytes of this digest were removed, or began to be. */
  disposals(sha256: string): Promise<readonly string[]>;

  /** Every digest the vault holds, in no order. */
  originals(): AsyncIterable<string>;

  /**
   * Writes a named log object once, durably. The same name with the same bytes is fine; with other bytes it is
   * refused (`vault.log_differs`). Names are relative, with `/`, of `[A-Za-z0-9._-]` parts, none of them `.` or `..`.
   */
  putLog(name: string, bytes: Uint8Array): Promise<void>;
  /** A named log object's bytes, or null where there is none. */
  getLog(name: string): Promise<Uint8Array | null>;
  /** The names that start with `prefix`, sorted. */
  listLogs(prefix: string): Promise<readonly string[]>;

  /** Of the disk on which files are staged. */
  space(): Promise<VaultSpace>;
}
