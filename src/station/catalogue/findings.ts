import type { Db } from '../../custody/database.ts';
import type { MadeFinding } from '../../custody/entry-kinds.ts';
import { TaggingError } from '../../tagging/error.ts';
import { Conditions, momentOf, pageOf } from './conditions.ts';
import { entriesAbout, type StandingEntry } from './entries.ts';
import { type Condition, everything, seenFinding, type Visible } from './visible.ts';

export interface FindingFilter {
  /** Open ones, or all. */
  readonly openOnly: boolean;
  readonly evidence: string | null;
  readonly session: string | null;
  readonly code?: string | null;
  readonly recorder?: string | null;
  /** When it was made: from, and up to without. */
  readonly since?: string | null;
  readonly until?: string | null;
  readonly after: string | null;
  readonly limit: number;
  readonly newestFirst?: boolean;
  /** What is left out of it; without it nothing is. */
  readonly visible?: Visible;
}

/** A finding with what was said to it. Instants are RFC 3339 in UTC. */
export interface ListedFinding extends MadeFinding {
  /** A text from the file or the card; null where there is none, or it was erased. */
  readonly said: string | null;
  readonly state: string;
  readonly madeAt: string;
  readonly settledAt: string | null;
  readonly settler: string | null;
  /** Why it does not hold any more. */
  readonly because: string | null;
  /** The statement on an interruption; null where there is none. */
  readonly statement: {
    readonly who: string | null;
    readonly when: string;
    readonly why: string | null;
    readonly signedBy: string | null;
    readonly text: string | null;
    readonly attachments: readonly FindingAttachment[];
  } | null;
  /** Why it was put aside. */
  readonly reason: string | null;
}

export interface FindingAttachment {
  readonly name: string | null;
  readonly sha256: string;
  readonly bytes: number;
  /** Where it lies, relative to the vault; null while it waits on the station for its store. */
  readonly object: string | null;
}

export interface FindingDetail extends ListedFinding {
  readonly history: readonly StandingEntry[];
}

interface Row {
  readonly finding: string;
  readonly made: string;
  readonly said: string | null;
  readonly state: string;
  readonly at: string;
  readonly settled: string | null;
  readonly settler: string | null;
  readonly because: string | null;
  readonly happened: string | null;
  readonly who: string | null;
  readonly why: string | null;
  readonly signedBy: string | null;
  readonly text: string | null;
  readonly reason: string | null;
}

const columns = `SELECT f.finding, f.made, f.said, f.state, f.at, f.settled, f.settler, f.because, f.happened, f.who, f.why,
  f.signed_by AS signedBy, f.text, f.reason FROM view_finding f`;

/** In the order in which they were made. */
export function findingList(
  db: Db,
  filter: FindingFilter,
): { readonly findings: readonly ListedFinding[]; readonly next: string | null } {
  const { sql, parameters } = findingRows(filter);
  const rows = db.prepare<unknown[], Row>(sql).all(...parameters);
  const page = pageOf(rows, filter.limit, ({ finding }) => finding);
  return { findings: page.rows.map((row) => listedFinding(db, row)), next: page.next };
}

const made = { table: 'view_finding', key: 'finding', moment: 'at', tie: 'finding' } as const;

export function findingRows(filter: FindingFilter): Condition {
  const { openOnly, evidence, session, code = null, recorder = null, after, limit } = filter;
  const { newestFirst = false, visible = everything, since = null, until = null } = filter;
  const conditions = new Conditions()
    .add('f.state = ?', openOnly ? 'open' : null)
    .add('f.code = ?', code)
    .add('f.recorder = ?', recorder)
    .add('f.finding IN (SELECT finding FROM view_finding_evidence WHERE evidence = ?)', evidence)
    .add(
      `f.finding IN (SELECT finding FROM view_finding_evidence x JOIN view_session_item i USING (evidence)
         WHERE i.session = ?)`,
      session,
    )
    .between(made, 'f.finding', momentOf(since), momentOf(until))
    .add(newestFirst ? 'f.finding < ?' : 'f.finding > ?', after)
    .and(seenFinding(visible, 'f.finding'));
  return {
    sql: `${columns}${conditions.where} ORDER BY f.finding${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

const mostBeside = 200;

/** What stands about an evidence item or a session: all but what does not hold any more. */
export function findingsBeside(
  db: Db,
  about: { readonly evidence?: string; readonly session?: string },
): readonly ListedFinding[] {
  const { evidence = null, session = null } = about;
  const filter = { openOnly: false, evidence, session, after: null, limit: mostBeside };
  return findingList(db, filter).findings.filter(({ state }) => state !== 'withdrawn');
}

/** Error: `tagging.finding_unknown`. */
export function findingDetail(db: Db, finding: string): FindingDetail {
  const row = db.prepare<[string], Row>(`${columns} WHERE f.finding = ?`).get(finding);
  if (row === undefined)
    throw new TaggingError('tagging.finding_unknown', { found: finding }, { field: 'ID' });
  return { ...listedFinding(db, row), history: entriesAbout(db, `finding:${finding}`) };
}

function listedFinding(db: Db, row: Row): ListedFinding {
  const { said, state, at, settled, settler, because, happened, who, why, signedBy, text, reason } = row;
  return {
    // The projector wrote it, as its entry had it.
    ...(JSON.parse(row.made) as MadeFinding),
    ...{ said, state, madeAt: at, settledAt: settled, settler, because, reason },
    statement:
      happened === null
        ? null
        : { who, when: happened, why, signedBy, text, attachments: attachmentsOf(db, row.finding) },
  };
}

function attachmentsOf(db: Db, finding: string): readonly FindingAttachment[] {
  return db
    .prepare<[string, string], FindingAttachment>(
      `SELECT a.name, a.sha256, a.bytes, o.object FROM view_finding_attachment a JOIN view_original o USING (sha256)
       WHERE a.finding = ?
       UNION ALL SELECT name, sha256, bytes, NULL FROM view_attachment_waiting WHERE finding = ? ORDER BY 1, 2`,
    )
    .all(finding, finding);
}
