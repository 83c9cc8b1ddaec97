import type { Db } from '../../custody/database.ts';
import type { GivenVerdict } from '../../custody/entry-kinds.ts';
import { DeadlineError } from '../../deadlines/error.ts';
import { Conditions, momentOf, pageOf } from './conditions.ts';
import { entriesAbout, entriesAt, type StandingEntry } from './entries.ts';
import { type Condition, everything, seenSession, type Visible } from './visible.ts';

export interface SessionFilter {
  readonly verdict: string | null;
  readonly recorder: string | null;
  /** As file names say it. */
  readonly officer: string | null;
  /** When it was first put together: from, and up to without. */
  readonly since?: string | null;
  readonly until?: string | null;
  /** The session after which the list goes on. */
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
  /** What is left out of it; without it nothing is. */
  readonly visible?: Visible;
}

/** A course of enforcement as lists show it. Instants are RFC 3339 in UTC; null where unknown. */
export interface ListedSession {
  readonly session: string;
  readonly recorder: string;
  readonly officers: readonly string[];
  readonly items: number;
  readonly start: string | null;
  readonly ended: string | null;
  readonly returned: string | null;
  readonly docked: string | null;
  readonly secured: string;
  /** When the last of it was stored; null while something is not. */
  readonly stored: string | null;
  readonly doubtful: boolean;
  /** Somebody has split or joined it. */
  readonly fixed: boolean;
  readonly verdicts: readonly GivenVerdict[];
}

export interface SessionDetail extends ListedSession {
  readonly recordings: readonly SessionRecording[];
  readonly history: readonly StandingEntry[];
}

export interface SessionRecording {
  readonly evidenceId: string;
  readonly start: string | null;
  readonly startSource: string | null;
  readonly durationMs: number | null;
  readonly ended: string | null;
  readonly endSource: string | null;
  readonly offsetSeconds: number | null;
  readonly doubtful: boolean;
  readonly claims: unknown;
  readonly docked: string | null;
  readonly secured: string;
  readonly stored: string | null;
}

interface Row {
  readonly session: string;
  readonly recorder: string;
  readonly officers: string | null;
  readonly items: number;
  readonly start: string | null;
  readonly endless: number;
  readonly ended: string | null;
  readonly returned: string | null;
  readonly docked: string | null;
  readonly secured: string;
  readonly unstored: number;
  readonly stored: string | null;
  readonly doubtful: number;
  readonly fixed: number;
}

/** See `session-facts.ts`: without its closing `Z` such text sorts as instants do. */
const edge = (of: 'min' | 'max', column: string): string =>
  `${of}(rtrim(i.${column}, 'Z')) || 'Z' AS ${column}`;

const columns = `s.session, s.recorder, s.returned, s.fixed, group_concat(DISTINCT i.officer) AS officers,
  count(*) AS items, sum(i.ended IS NULL) AS endless, sum(i.stored IS NULL) AS unstored,
  max(i.doubtful) AS doubtful, ${edge('min', 'start')}, ${edge('max', 'ended')}, ${edge('max', 'docked')},
  ${edge('max', 'secured')}, ${edge('max', 'stored')}`;

/** Sessions in the order of their ids, which is the order in which they came in. */
export function sessionList(
  db: Db,
  filter: SessionFilter,
): { readonly sessions: readonly ListedSession[]; readonly next: string | null } {
  const { sql, parameters } = sessionRows(filter);
  const rows = db.prepare<unknown[], Row>(sql).all(...parameters);
  const page = pageOf(rows, filter.limit, ({ session }) => session);
  return { sessions: page.rows.map((row) => listedSession(db, row)), next: page.next };
}

const came = { table: 'view_session_came', key: 'session', moment: 'came', tie: 'session' } as const;

export function sessionRows(filter: SessionFilter): Condition {
  const { verdict, recorder, officer, after, newestFirst, limit, visible = everything } = filter;
  const { since = null, until = null } = filter;
  const direction = newestFirst ? ' DESC' : '';
  // Of one recorder or officer there are some hundreds, each of which is asked; of one verdict there may be all or none.
  const narrow = recorder !== null || officer !== null;
  const byVerdict = verdict !== null && !narrow;
  const conditions = new Conditions()
    .add('s.recorder = ?', recorder)
    .add('s.session IN (SELECT session FROM view_session_item WHERE officer = ?)', officer)
    .add(
      'EXISTS (SELECT 1 FROM view_verdict v WHERE v.session = s.session AND v.verdict = ?)',
      narrow ? verdict : null,
    )
    .add('v.verdict = ?', byVerdict ? verdict : null)
    .add(newestFirst ? 's.session < ?' : 's.session > ?', byVerdict ? null : after)
    .add(newestFirst ? 'v.session < ?' : 'v.session > ?', byVerdict ? after : null)
    .between(came, byVerdict ? 'v.session' : 's.session', momentOf(since), momentOf(until))
    .always('EXISTS (SELECT 1 FROM view_session_item x WHERE x.session = s.session)')
    .and(seenSession(visible, 's.session'));
  // Several rules may find the same of one session.
  const walked = byVerdict
    ? `SELECT DISTINCT s.* FROM view_verdict v CROSS JOIN view_session s ON s.session = v.session${conditions.where}
       ORDER BY v.session${direction} LIMIT ?`
    : `SELECT * FROM view_session s${conditions.where} ORDER BY session${direction} LIMIT ?`;
  return {
    sql: `SELECT ${columns} FROM (${walked}) s JOIN view_session_item i ON i.session = s.session
     GROUP BY s.session ORDER BY s.session${direction}`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

/** Error: `deadlines.session_unknown`. */
export function sessionDetail(db: Db, session: string): SessionDetail {
  const row = db
    .prepare<[string], Row>(
      `SELECT ${columns} FROM view_session s JOIN view_session_item i ON i.session = s.session
       WHERE s.session = ? GROUP BY s.session`,
    )
    .get(session);
  if (row === undefined) throw gone(db, session);
  const places = db
    .prepare<[string, string], number>(
      `SELECT seq FROM view_entry WHERE subject = 'session:' || ?
       UNION SELECT seq FROM view_entry WHERE subject IN
         (SELECT 'justification:' || justification FROM view_justification WHERE session = ?) ORDER BY seq`,
    )
    .pluck()
    .all(session, session);
  return { ...listedSession(db, row), recordings: recordingsOf(db, session), history: entriesAt(db, places) };
}

/** One whose recordings are all in another session now is no unknown one: its history stays in the ledger. */
function gone(db: Db, session: string): DeadlineError {
  const [entry] = entriesAbout(db, `session:${session}`)
    .filter(({ type }) => type === 'session.emptied')
    .slice(-1);
  const into = entry?.data['into'];
  return typeof into === 'string'
    ? new DeadlineError('deadlines.session_emptied', { session, into }, { field: 'SESSION' })
    : new DeadlineError('deadlines.session_unknown', { found: session }, { field: 'SESSION' });
}

/** In which session an evidence item is; null where it has not been judged yet. */
export function sessionOfEvidence(db: Db, evidence: string): string | null {
  return (
    db
      .prepare<[string], string | null>('SELECT session FROM view_session_item WHERE evidence = ?')
      .pluck()
      .get(evidence) ?? null
  );
}

/** How many recordings wait for their first verdict. */
export function unjudgedCount(db: Db): number {
  return (
    db.prepare<[], number>('SELECT count(*) FROM view_session_item WHERE session IS NULL').pluck().get() ?? 0
  );
}

export function verdictsOf(db: Db, session: string): readonly GivenVerdict[] {
  return db
    .prepare<[string], string>('SELECT judgement FROM view_verdict WHERE session = ? ORDER BY rule')
    .pluck()
    .all(session)
    .map((text) => JSON.parse(text) as GivenVerdict);
}

function recordingsOf(db: Db, session: string): readonly SessionRecording[] {
  interface ItemRow extends Omit<SessionRecording, 'doubtful' | 'claims'> {
    readonly doubtful: number;
    readonly claims: string | null;
  }
  return db
    .prepare<[string], ItemRow>(
      `SELECT evidence AS evidenceId, start, start_source AS startSource, duration_ms AS durationMs, ended,
         end_source AS endSource, offset_s AS offsetSeconds, doubtful, claims, docked, secured, stored
       FROM view_session_item WHERE session = ? ORDER BY start, evidence`,
    )
    .all(session)
    .map((row) => ({ ...row, doubtful: row.doubtful === 1, claims: JSON.parse(row.claims ?? '[]') }));
}

function listedSession(db: Db, row: Row): ListedSession {
  const { session, recorder, items, start, returned, docked, secured } = row;
  return {
    session,
    recorder,
    officers: row.officers?.split(',') ?? [],
    items,
    start,
    ended: row.endless > 0 ? null : row.ended,
    returned,
    docked,
    secured,
    stored: row.unstored > 0 ? null : row.stored,
    doubtful: row.doubtful === 1,
    fixed: row.fixed === 1,
    verdicts: verdictsOf(db, session),
  };
}
