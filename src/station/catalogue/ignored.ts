import type { Db } from '../../custody/database.ts';

/** A recording that still lay on the card although it had been disposed of: it stayed there. */
export interface SeenAgain {
  readonly evidenceId: string;
  /** As it was when it came in. */
  readonly path: string;
  readonly bytes: number;
}

/** A file of a docking that is no recording and stayed on the card. */
export interface IgnoredOnCard {
  readonly path: string;
  readonly pathBase64?: string;
  readonly bytes: number;
  readonly reason: string;
}

/** What one docking left aside by name, its last look at the card only. */
export function ignoredBy(db: Db, docking: string): readonly IgnoredOnCard[] {
  const files = db
    .prepare<[string], string>(
      `SELECT p.value FROM view_entry v JOIN ledger_personal p USING (seq)
       WHERE v.subject = ? AND v.type = 'files.ignored' AND p.field = 'files' ORDER BY v.seq DESC LIMIT 1`,
    )
    .pluck()
    .get(`docking:${docking}`);
  const listed: readonly IgnoredOnCard[] = files === undefined ? [] : JSON.parse(files);
  return listed;
}

/** What one docking passed over since it had been disposed of before, each once however often the card was looked at. */
export function seenAgainIn(db: Db, docking: string): readonly SeenAgain[] {
  return db
    .prepare<[string], SeenAgain>(
      `SELECT DISTINCT e.evidence AS evidenceId, e.path, e.bytes
       FROM view_entry v JOIN ledger_entry l USING (seq),
         json_each(CAST(l.leaf AS TEXT), '$.data.evidence') i JOIN view_evidence e ON e.evidence = i.value
       WHERE v.subject = ? AND v.type = 'recordings.seen_again' ORDER BY e.evidence`,
    )
    .all(`docking:${docking}`);
}
