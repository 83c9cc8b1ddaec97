import type { Db } from '../../custody/database.ts';

export interface RetentionCounts {
  /** Items that nobody has classified. */
  readonly unclassified: number;
  /** Holds by persons that stand. */
  readonly holds: number;
  readonly proposed: number;
  /** Approved, and not carried out to the end. */
  readonly approved: number;
  /** Originals whose lock or hold is to be looked at. */
  readonly waiting: number;
}

export function retentionCounts(db: Db): RetentionCounts {
  const count = (sql: string): number => db.prepare<[], number | null>(sql).pluck().get() ?? 0;
  const classified = count(
    `SELECT sum(count) FROM work_count WHERE counted = 'class' AND kind IN ('evidence', 'important', 'ordinary')`,
  );
  return {
    unclassified: count('SELECT max(rowid) FROM view_evidence') - classified,
    holds: count('SELECT count(*) FROM view_hold WHERE lifted IS NULL'),
    proposed: count(`SELECT count(*) FROM view_disposal WHERE state = 'proposed' AND finished IS NULL`),
    approved: count(`SELECT count(*) FROM view_disposal WHERE state = 'approved' AND finished IS NULL`),
    waiting: count('SELECT count(*) FROM work_retention'),
  };
}
