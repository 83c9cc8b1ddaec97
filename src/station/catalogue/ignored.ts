import type { Db } from '../../custody/database.ts';

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
