import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from './conditions.ts';
import { type Condition, seenHold, type Visible } from './visible.ts';

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

export interface HoldFilter {
  /** Those that stand; else all that ever were placed. */
  readonly standingOnly: boolean;
  /** An evidence id, or a case number. */
  readonly about: string | null;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
  readonly visible: Visible;
}

/** A page in the order in which they were placed. */
export function holdPage(
  db: Db,
  filter: HoldFilter,
): { readonly holds: readonly ListedHold[]; readonly next: string | null } {
  const { sql, parameters } = holdRows(filter);
  const found = db.prepare<unknown[], ListedHold & { readonly seq: number }>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ seq }) => String(seq));
  return { holds: rows.map(({ seq, ...one }) => one), next };
}

export function holdRows(filter: HoldFilter): Condition {
  const { standingOnly, about, after, newestFirst, limit, visible } = filter;
  const conditions = new Conditions()
    .add(newestFirst ? 'seq < ?' : 'seq > ?', after === null ? null : Number(after))
    .add('about = ?', about)
    .and(seenHold(visible));
  if (standingOnly) conditions.always('lifted IS NULL');
  return {
    sql: `SELECT seq, ${columns} FROM view_hold${conditions.where} ORDER BY seq${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
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
