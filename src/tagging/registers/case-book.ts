import type { Statement } from 'better-sqlite3';
import type { Db } from '../../custody/database.ts';
import type { RowValues } from './register.ts';

/** A case as its register has it. */
export interface CaseRow {
  readonly number: string;
  readonly values: RowValues;
  /** When it was entered as it is now, and the place of that entry. */
  readonly changed: string;
  readonly seq: number;
}

interface Row {
  readonly key: string;
  readonly fields: string;
  readonly changed: string;
  readonly seq: number;
}

/** The cases in the order in which they changed. */
export class CaseBook {
  readonly #changed: Statement<[number, number], Row>;

  constructor(db: Db) {
    // Left to itself SQLite reads every case: the table lies by register.
    this.#changed = db.prepare(
      `SELECT key, fields, changed, seq FROM view_register INDEXED BY view_register_case_changed
       WHERE register = 'cases' AND seq > ? ORDER BY seq LIMIT ?`,
    );
  }

  /** @param seq an entry's place; -1 for the beginning. */
  changedAfter(seq: number, limit: number): readonly CaseRow[] {
    return this.#changed.all(seq, limit).map(caseRow);
  }
}

function caseRow({ key, fields, changed, seq }: Row): CaseRow {
  // The projector wrote it: field names and texts.
  return { number: key, values: JSON.parse(fields) as RowValues, changed, seq };
}
