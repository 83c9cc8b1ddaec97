import type { Db } from '../../custody/database.ts';

/** A person's hold; reasons are null where they were erased. */
export interface ListedHold {
  readonly hold: string;
  readonly of: 'evidence' | 'case';
  /** An evidence id, or a case number. */
  readonly about: string;
  readonly reason: string | null;
  readonly placer: string;
  readonly placed: string;
  readonly lifter: string | null;
  readonly lifted: string | null;
  readonly liftReason: string | null;
}

const columns = `hold, of, about, reason, placer, placed, lifter, lifted, lift_reason AS liftReason`;

/** In the order in which they were placed. */
export function holdList(db: Db, all: boolean): readonly ListedHold[] {
  return db
    .prepare<[], ListedHold>(
      `SELECT ${columns} FROM view_hold ${all ? '' : 'WHERE lifted IS NULL '}ORDER BY seq`,
    )
    .all();
}

/** Those that stand on an item, by itself or by a case that is said of it. */
export function holdsOn(db: Db, evidence: string): readonly ListedHold[] {
  return db
    .prepare<[string, string], ListedHold>(
      `SELECT ${columns} FROM view_hold WHERE lifted IS NULL AND (of = 'evidence' AND about = ?
         OR of = 'case' AND about IN (SELECT value FROM view_filed WHERE field = 'case' AND evidence = ?))
       ORDER BY seq`,
    )
    .all(evidence, evidence);
}
