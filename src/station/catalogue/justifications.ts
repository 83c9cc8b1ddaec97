import type { Db } from '../../custody/database.ts';
import { Conditions, momentOf, pageOf } from './conditions.ts';
import { type Condition, everything, seenSession, type Visible } from './visible.ts';

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

export interface JustificationFilter {
  readonly session: string | null;
  readonly state: string | null;
  /** When it was submitted: from, and up to without. */
  readonly since?: string | null;
  readonly until?: string | null;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
  readonly visible: Visible;
}

/** Newest first. */
export function justificationList(
  db: Db,
  filter: { readonly session: string | null; readonly state: string | null },
): readonly ListedJustification[] {
  const all = { after: null, newestFirst: true, limit: Number.MAX_SAFE_INTEGER - 1, visible: everything };
  return justificationPage(db, { ...filter, ...all }).justifications;
}

/** A page in the order of their numbers, in which they were submitted. */
export function justificationPage(
  db: Db,
  filter: JustificationFilter,
): { readonly justifications: readonly ListedJustification[]; readonly next: string | null } {
  const attached = db.prepare<
    [string, string],
    { name: string | null; sha256: string; bytes: number; object: string | null }
  >(
    `SELECT a.name, a.sha256, a.bytes, o.object FROM view_attachment a JOIN view_original o USING (sha256)
     WHERE a.justification = ?
     UNION ALL SELECT name, sha256, bytes, NULL FROM view_attachment_waiting WHERE justification = ? ORDER BY 1`,
  );
  const { sql, parameters } = justificationRows(filter);
  const rows = db.prepare<unknown[], Omit<ListedJustification, 'attachments'>>(sql).all(...parameters);
  const page = pageOf(rows, filter.limit, ({ justification }) => justification);
  return {
    justifications: page.rows.map((row) => ({
      ...row,
      attachments: attached.all(row.justification, row.justification),
    })),
    next: page.next,
  };
}

const submitted = {
  ...{ table: 'view_justification', key: 'justification', moment: 'submitted', tie: 'justification' },
} as const;

export function justificationRows(filter: JustificationFilter): Condition {
  const { session, state, after, newestFirst, limit, visible, since = null, until = null } = filter;
  const conditions = new Conditions()
    .add('session = ?', session)
    .add('state = ?', state)
    .between(submitted, 'justification', momentOf(since), momentOf(until))
    .add(newestFirst ? 'justification < ?' : 'justification > ?', after)
    .and(seenSession(visible, 'view_justification.session'));
  return {
    sql: `SELECT * FROM view_justification${conditions.where}
      ORDER BY justification${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}
