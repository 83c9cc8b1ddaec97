import type { Db } from '../../custody/database.ts';
import { Conditions } from './conditions.ts';

/** A written reason for being late. */
export interface ListedJustification {
  readonly justification: string;
  readonly session: string;
  readonly category: string;
  /** Null where it was erased. */
  readonly text: string | null;
  readonly state: string;
  readonly submitter: string;
  readonly submitted: string;
  readonly decider: string | null;
  readonly decided: string | null;
  readonly note: string | null;
  readonly attachments: readonly {
    readonly name: string | null;
    readonly sha256: string;
    readonly bytes: number;
    /** Where it lies, relative to the vault; null while it waits on the station for its store. */
    readonly object: string | null;
  }[];
}

/** Newest first. */
export function justificationList(
  db: Db,
  filter: { readonly session: string | null; readonly state: string | null },
): readonly ListedJustification[] {
  const conditions = new Conditions().add('session = ?', filter.session).add('state = ?', filter.state);
  const attached = db.prepare<
    [string, string],
    { name: string | null; sha256: string; bytes: number; object: string | null }
  >(
    `SELECT a.name, a.sha256, a.bytes, o.object FROM view_attachment a JOIN view_original o USING (sha256)
     WHERE a.justification = ?
     UNION ALL SELECT name, sha256, bytes, NULL FROM view_attachment_waiting WHERE justification = ? ORDER BY 1`,
  );
  return db
    .prepare<unknown[], Omit<ListedJustification, 'attachments'>>(
      `SELECT * FROM view_justification${conditions.where} ORDER BY justification DESC`,
    )
    .all(...conditions.parameters)
    .map((row) => ({ ...row, attachments: attached.all(row.justification, row.justification) }));
}
