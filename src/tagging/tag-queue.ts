import type { Statement } from 'better-sqlite3';
import type { Db } from '../custody/database.ts';
import type { WorkChange } from '../custody/ledger.ts';

/** So many are looked at before others have their turn. */
const atOnce = 100;

/** Recordings that are to be tagged now; `done` takes them off, once everything that follows from it is committed. */
export interface TagLot {
  readonly evidence: readonly string[];
  readonly done: readonly WorkChange[];
}

/**
 * Which recordings are tagged next. Those that somebody asks for go before the round through all of them: what a person
 * says of one recording of a million must not wait for the others, nor have them looked at again.
 */
export class TagQueue {
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db) {
    this.#sql = statements(db);
  }

  /** Those that were asked for; null where there are none. */
  asked(): TagLot | null {
    const rows = this.#sql.asked.all(atOnce);
    const last = rows.at(-1);
    if (last === undefined) return null;
    const done = { sql: 'DELETE FROM work_tag_again WHERE place <= ?', params: [last.place] };
    return { evidence: [...new Set(rows.map(({ evidence }) => evidence))], done: [done] };
  }

  /** The next ones of the round; null where it is at its end. */
  next(): TagLot | null {
    const from = this.#sql.cursor.get() ?? 0;
    const rows = this.#sql.next.all(from, atOnce);
    const last = rows.at(-1);
    if (last === undefined) return null;
    return { evidence: rows.map(({ evidence }) => evidence), done: [moved(from, last.place)] };
  }
}

/** A register that was changed meanwhile has set it back: then it stays there. */
function moved(from: number, to: number): WorkChange {
  return {
    sql: `INSERT INTO work_cursor (name, value) VALUES ('tagged', ?)
          ON CONFLICT DO UPDATE SET value = excluded.value WHERE value = ?`,
    params: [to, from],
  };
}

interface Row {
  readonly evidence: string;
  readonly place: number;
}

function statements(db: Db): {
  readonly asked: Statement<[number], Row>;
  readonly cursor: Statement<[], number>;
  readonly next: Statement<[number, number], Row>;
} {
  return {
    asked: db.prepare('SELECT place, evidence FROM work_tag_again ORDER BY place LIMIT ?'),
    cursor: db.prepare<[], number>(`SELECT value FROM work_cursor WHERE name = 'tagged'`).pluck(),
    next: db.prepare(
      'SELECT evidence, rowid AS place FROM view_evidence WHERE rowid > ? ORDER BY rowid LIMIT ?',
    ),
  };
}
