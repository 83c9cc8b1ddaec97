import type { Db } from '../../custody/database.ts';
import { effectiveTag, type Tag } from '../../tagging/tags.ts';
import { type ListedSession, sessionList } from './sessions.ts';
import { seenEvidence, type Visible } from './visible.ts';

/** What somebody who signs in at the dock has brought of late, and under which cases it may belong. */
export interface OwnDock {
  /** Newest first. */
  readonly sessions: readonly OwnSession[];
  /** Open cases that they handle, the highest number first. */
  readonly cases: readonly { readonly number: string; readonly title: string | null }[];
}

export interface OwnSession
  extends Pick<
    ListedSession,
    'session' | 'recorder' | 'items' | 'start' | 'ended' | 'returned' | 'docked' | 'stored'
  > {
  readonly bytes: number;
  readonly verdict: string | null;
  readonly due: string | null;
  readonly clause: string | null;
  readonly justification: string | null;
  /** Null where its recordings are filed under several, or one of them under none. */
  readonly case: string | null;
  readonly confirmed: boolean;
  readonly suggested: readonly string[];
}

const shownSessions = 12;
const shownCases = 40;
const shownSuggestions = 4;
/** By so many of its recordings a course is known; it may have thousands. */
const lookedAt = 50;
const worstFirst = ['overdue', 'late', 'due_soon', 'undetermined', 'excused', 'pending', 'on_time'];

export function ownDock(db: Db, visible: Visible, officer: string | null): OwnDock {
  const asked = { verdict: null, recorder: null, officer: null, after: null, newestFirst: true };
  const { sessions } = sessionList(db, { ...asked, limit: shownSessions, visible });
  const book = new OwnBook(db, visible);
  const filed = sessions.map((one) => book.filed(one.session));
  return {
    sessions: sessions.map((one, i) => ({
      ...ownSession(one),
      bytes: book.bytes(one.session),
      justification: book.justification(one.session),
      ...suggestionsFor(filed, i),
    })),
    cases: officer === null ? [] : book.cases(officer),
  };
}

/** Of a course of enforcement the recordings that somebody may see. */
export function ownEvidence(db: Db, session: string, visible: Visible): readonly string[] {
  const seen = seenEvidence(visible, 'i.evidence');
  return db
    .prepare<unknown[], string>(
      `SELECT i.evidence FROM view_session_item i WHERE i.session = ?${seen === null ? '' : ` AND ${seen.sql}`}
       ORDER BY i.evidence`,
    )
    .pluck()
    .all(session, ...(seen?.parameters ?? []));
}

function ownSession({
  verdicts,
  ...listed
}: ListedSession): Omit<OwnSession, 'bytes' | 'justification' | 'case' | 'confirmed' | 'suggested'> {
  const { session, recorder, items, start, ended, returned, docked, stored } = listed;
  const rank = (verdict: string): number => worstFirst.indexOf(verdict) + 1 || worstFirst.length + 1;
  const [worst] = verdicts.toSorted((a, b) => rank(a.verdict) - rank(b.verdict));
  return {
    ...{ session, recorder, items, start, ended, returned, docked, stored },
    verdict: worst?.verdict ?? null,
    due: worst?.due ?? null,
    clause: worst?.clause ?? null,
  };
}

/** What is said of a course's case: what holds, and whatever a machine says. */
interface Filed {
  readonly case: string | null;
  readonly confirmed: boolean;
  readonly said: readonly string[];
}

/** What machines say of it first, then the case of the course before it: a day's work is often one case. Pure. */
function suggestionsFor(filed: readonly Filed[], at: number) {
  const own = filed[at] ?? { case: null, confirmed: false, said: [] };
  const before = filed.slice(at + 1).find((one) => one.case !== null && one.confirmed)?.case ?? null;
  const all = [...own.said, ...(before === null ? [] : [before])];
  const suggested = [...new Set(all)].slice(0, shownSuggestions);
  return { case: own.case, confirmed: own.confirmed, suggested };
}

class OwnBook {
  readonly #db: Db;
  readonly #visible: Visible;

  constructor(db: Db, visible: Visible) {
    this.#db = db;
    this.#visible = visible;
  }

  filed(session: string): Filed {
    const tags = ownEvidence(this.#db, session, this.#visible)
      .slice(0, lookedAt)
      .map((one) => effectiveTag('case', this.#said(one)));
    const values = new Set(tags.map((tag) => tag?.value ?? null));
    const [only = null] = values.size === 1 ? values : [];
    const said = tags.flatMap((tag) => tag?.said ?? []).filter(({ source }) => source !== 'person');
    return {
      case: only,
      confirmed: only !== null && tags.every((tag) => tag?.source === 'person'),
      said: said.flatMap(({ values: those }) => those),
    };
  }

  bytes(session: string): number {
    return (
      this.#db
        .prepare<[string], number>(
          `SELECT sum(e.bytes) FROM view_session_item i JOIN view_evidence e ON e.evidence = i.evidence
           WHERE i.session = ?`,
        )
        .pluck()
        .get(session) ?? 0
    );
  }

  justification(session: string): string | null {
    return (
      this.#db
        .prepare<[string], string>(
          'SELECT state FROM view_justification WHERE session = ? ORDER BY justification DESC LIMIT 1',
        )
        .pluck()
        .get(session) ?? null
    );
  }

  cases(officer: string): OwnDock['cases'] {
    return this.#db
      .prepare<[string, number], { number: string; title: string | null }>(
        `SELECT key AS number, json_extract(fields, '$.title') AS title FROM view_register
         WHERE register = 'cases' AND json_extract(fields, '$.handler') = ?
           AND json_extract(fields, '$.closed') IS NULL AND json_extract(fields, '$.archived') IS NULL
         ORDER BY key DESC LIMIT ?`,
      )
      .all(officer, shownCases);
  }

  #said(evidence: string): readonly Tag[] {
    return this.#db
      .prepare<[string], { source: Tag['source']; said: string }>(
        `SELECT source, said FROM view_tag WHERE evidence = ? AND field = 'case'`,
      )
      .all(evidence)
      .map(({ source, said }) => ({ field: 'case', source, values: JSON.parse(said) as readonly string[] }));
  }
}
