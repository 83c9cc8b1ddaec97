import type { Db } from './database.ts';
import type { AnyEntry } from './entry.ts';

/**
 * Turns entries into rows of `view_*` tables. A room that owns such tables owns a projector. It may look at its own
 * tables and at the entry, at nothing else: replaying the ledger into an empty database must give the same rows.
 */
export interface Projector {
  /** The tables that only this projector writes. */
  readonly tables: readonly string[];
  /** Prepares the statements and returns the function that applies one entry. */
  prepare(db: Db): (entry: AnyEntry) => void;
}

/** One function for all projectors. */
export function project(db: Db, projectors: readonly Projector[]): (entry: AnyEntry) => void {
  const applied = projectors.map((one) => one.prepare(db));
  return (entry) => {
    for (const apply of applied) apply(entry);
  };
}
