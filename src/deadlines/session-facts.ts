import type { Statement } from 'better-sqlite3';
import type { Db } from '../custody/database.ts';
import type { JustificationState } from '../custody/entry-kinds.ts';
import type { SessionFacts } from './judge-session.ts';

interface Row {
  readonly session: string;
  readonly changed: number;
  readonly returned: string | null;
  readonly items: number;
  readonly endless: number;
  readonly ended: string | null;
  readonly docked: string;
  readonly secured: string;
  readonly unstored: number;
  readonly stored: string | null;
  readonly doubtful: number;
  readonly justification: JustificationState | null;
}

/** A session's facts, and the last entry that changed one. */
export interface ReadFacts {
  readonly facts: SessionFacts;
  readonly changed: number;
}

/** RFC 3339 with as many digits as were needed sorts as instants do without its closing `Z`: `18.5Z` comes before `18Z`. */
const latest = (column: string): string => `max(rtrim(i.${column}, 'Z')) || 'Z' AS ${column}`;

const read = (sessions: string): string => `
  SELECT s.session, s.changed, s.returned, count(*) AS items, sum(i.ended IS NULL) AS endless,
    ${latest('ended')}, ${latest('docked')}, ${latest('secured')}, ${latest('stored')},
    sum(i.stored IS NULL) AS unstored, max(i.doubtful) AS doubtful,
    (SELECT state FROM view_justification j WHERE j.session = s.session AND state <> 'withdrawn'
     ORDER BY (state = 'approved') DESC, j.rowid DESC LIMIT 1) AS justification
  FROM (${sessions}) s JOIN view_session_item i ON i.session = s.session
  GROUP BY s.session`;

/** What sessions are judged by. */
export class SessionFactsReader {
  readonly #one: Statement<[string], Row>;
  readonly #of: Statement<[string], Row>;
  readonly #changed: Statement<[number, number], Row>;
  readonly #reach: Statement<[number, number], number | null>;
  readonly #due: Statement<[number, number], Row>;

  constructor(db: Db) {
    this.#one = db.prepare(read('SELECT * FROM view_session WHERE session = ?'));
    this.#of = db.prepare(
      read(`SELECT * FROM view_session WHERE session IN
        (SELECT session FROM view_session_item WHERE evidence IN (SELECT value FROM json_each(?)))`),
    );
    this.#changed = db.prepare(
      `${read('SELECT * FROM view_session WHERE changed > ? ORDER BY changed LIMIT ?')} ORDER BY s.changed`,
    );
    this.#reach = db
      .prepare<[number, number], number | null>(
        'SELECT max(changed) FROM (SELECT changed FROM view_session WHERE changed > ? ORDER BY changed LIMIT ?)',
      )
      .pluck();
    this.#due = db.prepare(
      read(`SELECT * FROM view_session WHERE session IN
        (SELECT session FROM view_verdict WHERE next_ms <= ? ORDER BY next_ms LIMIT ?)`),
    );
  }

  /** Sessions in which these recordings are. */
  of(evidence: readonly string[]): readonly ReadFacts[] {
    return this.#of.all(JSON.stringify(evidence)).map(facts);
  }

  one(session: string): ReadFacts | null {
    const row = this.#one.get(session);
    return row === undefined ? null : facts(row);
  }

  /** Up to which entry `changedAfter` reaches with this limit; null where nothing has changed since. */
  reach(seq: number, limit: number): number | null {
    return this.#reach.get(seq, limit) ?? null;
  }

  /** Sessions with a fact that is newer than this entry, in the order of their newest ones. */
  changedAfter(seq: number, limit: number): readonly ReadFacts[] {
    return this.#changed.all(seq, limit).map(facts);
  }

  /** Sessions whose verdict time alone has changed by now. */
  turnedBy(now: Temporal.Instant, limit: number): readonly ReadFacts[] {
    return this.#due.all(now.epochMilliseconds, limit).map(facts);
  }
}

function facts({
  changed,
  endless,
  unstored,
  ended,
  stored,
  doubtful,
  justification,
  session,
  returned,
  docked,
  secured,
}: Row): ReadFacts {
  return {
    changed,
    facts: {
      ...{ session, returned, docked, secured },
      ended: endless > 0 ? null : ended,
      stored: unstored > 0 ? null : stored,
      doubtful: doubtful === 1,
      justification: justification ?? 'none',
    },
  };
}
