import type { AnyDraft } from './entry.ts';

/**
 * A change to a `work_*` table (queues, journals, sessions): not evidence, not replayed, committed with the entries
 * it belongs to. `sql` is a constant of the code, never built from input.
 */
export interface WorkChange {
  readonly sql: string;
  readonly params: readonly (string | number | null | Uint8Array)[];
}

/**
 * `later`: nobody waits for it, and nothing that is appended after it builds on it; the others overtake it. Within a lane
 * appends are committed in the order in which they were asked for.
 */
export type Lane = 'now' | 'later';

/** What an append got: the places of its entries. `size` is the ledger's size after the commit that holds them. */
export interface Appended {
  readonly first: number;
  readonly size: number;
  readonly at: string;
}

/** The append side of the ledger. The single writer lives in a thread of its own and commits in groups. */
export interface Ledger {
  /**
   * Appends entries, updates the views and applies the work changes in one transaction. When the promise resolves
   * the commit is on the disk (`synchronous=FULL`); when it rejects nothing of it is. After a failed commit the ledger
   * refuses everything that follows, so that ingest stops (`custody.ledger_unwritable`).
   */
  append(drafts: readonly AnyDraft[], work?: readonly WorkChange[], lane?: Lane): Promise<Appended>;
  /** Signs a checkpoint of everything committed so far and returns the note. The same size twice gives the same note. */
  checkpoint(): Promise<{ size: number; note: string }>;
  close(): Promise<void>;
}
