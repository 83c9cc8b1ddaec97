import type { Db } from '../../custody/database.ts';
import { leftCount } from './left.ts';
import { unjudgedCount } from './sessions.ts';

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

export interface VerdictCounts {
  readonly onTime: number;
  readonly excused: number;
  readonly late: number;
  readonly overdue: number;
  readonly undetermined: number;
  /** Not stored yet, and not late yet. */
  readonly open: number;
  /** Recordings without any verdict yet. */
  readonly unjudged: number;
}

export function verdictCounts(db: Db): VerdictCounts {
  const rows = db
    .prepare<[], { verdict: string; count: number }>(
      `SELECT kind AS verdict, count FROM work_count WHERE counted = 'verdict'`,
    )
    .all();
  const of = (...verdicts: readonly string[]): number =>
    rows.filter(({ verdict }) => verdicts.includes(verdict)).reduce((sum, { count }) => sum + count, 0);
  return {
    onTime: of('on_time'),
    excused: of('excused'),
    late: of('late'),
    overdue: of('overdue'),
    undetermined: of('undetermined'),
    open: of('pending', 'due_soon'),
    unjudged: unjudgedCount(db),
  };
}

function number(db: Db, sql: string): number {
  return db.prepare<[], number | null>(sql).pluck().get() ?? 0;
}
