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
  /** How many items it holds, or has held: of a case, those too that are not in it any more. */
  readonly items: number;
  /** How many of them are not in the case any more. */
  readonly outside: number;
}

/** As it stands on one item. */
export interface HoldOnItem extends ListedHold {
  /** The item is held by the hold of a case, though it is not in that case any more. */
  readonly left: boolean;
}

const columns = `hold, of, about, reason, placer, placed, lifter, lifted, lift_reason AS liftReason,
  CASE of WHEN 'evidence' THEN 1 ELSE (SELECT count(*) FROM view_hold_item i WHERE i.hold = view_hold.hold) END AS items,
  (SELECT count(*) FROM view_hold_item i WHERE i.hold = view_hold.hold
     AND NOT EXISTS (SELECT 1 FROM view_filed f
       WHERE f.field = 'case' AND f.value = view_hold.about AND f.evidence = i.evidence)) AS outside`;

/** In the order in which they were placed. */
export function holdList(db: Db, all: boolean): readonly ListedHold[] {
  return db
    .prepare<[], ListedHold>(
      `SELECT ${columns} FROM view_hold ${all ? '' : 'WHERE lifted IS NULL '}ORDER BY seq`,
    )
    .all();
}

/** Those that stand on an item, by itself or by a case that it is or was in. */
export function holdsOn(db: Db, evidence: string): readonly HoldOnItem[] {
  return db
    .prepare<[string, string, string], ListedHold & { readonly gone: number }>(
      `SELECT ${columns}, of = 'case' AND NOT EXISTS (SELECT 1 FROM view_filed f
         WHERE f.field = 'case' AND f.value = view_hold.about AND f.evidence = ?) AS gone
       FROM view_hold WHERE lifted IS NULL AND (of = 'evidence' AND about = ?
         OR hold IN (SELECT hold FROM view_hold_item WHERE evidence = ?))
       ORDER BY seq`,
    )
    .all(evidence, evidence, evidence)
    .map(({ gone, ...one }) => ({ ...one, left: gone === 1 }));
}
