import type { Db } from '../../custody/database.ts';
import type { WorkChange } from '../../custody/ledger.ts';

/** What was decided of some items by the entries before a place in the ledger. */
export interface Decided {
  /** The first entry that was not looked at. */
  readonly upTo: number;
  readonly evidence: readonly string[];
  readonly originals: readonly string[];
}

/**
 * Entries since then by which the decision might be another one: something said of these items or of items with the same
 * bytes, a hold, a case in the register.
 */
const entriesSince = `SELECT 1 FROM (
    SELECT v.type, json_extract(CAST(l.leaf AS TEXT), '$.data') AS data
    FROM view_entry v JOIN ledger_entry l USING (seq)
    WHERE v.seq >= ? AND v.type NOT LIKE 'evidence.dispos%') e
  WHERE json_extract(data, '$.evidence') IN (SELECT value FROM json_each(?))
    OR json_extract(data, '$.sha256') IN (SELECT value FROM json_each(?))
    OR e.type IN ('hold.placed', 'hold.lifted', 'disposal.decided', 'disposal.finished')
    OR (e.type IN ('register.entered', 'register.removed') AND json_extract(data, '$.register') = 'cases')`;

const paramsOf = ({ upTo, evidence, originals }: Decided): [number, string, string] => [
  upTo,
  JSON.stringify(evidence),
  JSON.stringify(originals),
];

/**
 * Refuses the append that it belongs to where other entries have come in between: asked within the transaction, so that
 * nothing can come between this look and the commit. A cursor without a value is what the database does not take.
 */
export function unlessOvertaken(decided: Decided): WorkChange {
  return {
    sql: `INSERT INTO work_cursor (name, value) SELECT 'overtaken', NULL WHERE EXISTS (${entriesSince})`,
    params: paramsOf(decided),
  };
}

/** Whether that is why it was refused. */
export function isOvertaken(db: Db, decided: Decided): boolean {
  const found = db.prepare<[number, string, string], number>(`SELECT EXISTS (${entriesSince})`).pluck();
  return found.get(...paramsOf(decided)) === 1;
}

/** How many entries there are now. */
export function entriesNow(db: Db): number {
  return db.prepare<[], number>('SELECT coalesce(max(seq), -1) + 1 FROM view_entry').pluck().get() ?? 0;
}
