import type { Db } from '../../custody/database.ts';
import { leftCount } from './left.ts';

export interface Counts {
  readonly evidence: number;
  readonly stored: number;
  /** On the station, verified, and not in the vault yet. */
  readonly secured: number;
  /** Recordings that wait on recorders. */
  readonly left: number;
}

export function counts(db: Db): Counts {
  return { ...evidenceCounts(db), left: leftCount(db) };
}

/**
 * Counted without walking through the items, so that a screen may ask four times a second: nothing is ever removed
 * from the view, so its last row's place is its number of rows; the unstored ones have an index of their own.
 */
export function evidenceCounts(db: Db): Omit<Counts, 'left'> {
  const evidence = number(db, 'SELECT max(rowid) FROM view_evidence');
  const secured = number(db, 'SELECT count(*) FROM view_evidence WHERE stored IS NULL');
  return { evidence, stored: evidence - secured, secured };
}

function number(db: Db, sql: string): number {
  return db.prepare<[], number | null>(sql).pluck().get() ?? 0;
}
