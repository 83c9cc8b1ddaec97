import type { Db } from '../../custody/database.ts';
import type { RegisterName, RowValues } from './register.ts';

/** A row as it stands now. */
export interface StandingRow {
  readonly key: string;
  readonly values: RowValues;
  readonly entered: string;
  readonly changed: string;
}

interface Row {
  readonly key: string;
  readonly fields: string;
  readonly entered: string;
  readonly changed: string;
}

/** The registers as the catalogue has them. */
export class RegisterBook {
  readonly #one: import('better-sqlite3').Statement<[string, string], Row>;
  readonly #all: import('better-sqlite3').Statement<[string, string, number], Row>;

  constructor(db: Db) {
    this.#one = db.prepare(
      'SELECT key, fields, entered, changed FROM view_register WHERE register = ? AND key = ?',
    );
    this.#all = db.prepare(
      `SELECT key, fields, entered, changed FROM view_register WHERE register = ? AND key > ? ORDER BY key LIMIT ?`,
    );
  }

  row(register: RegisterName, key: string): StandingRow | null {
    const row = this.#one.get(register, key);
    return row === undefined ? null : standing(row);
  }

  /** @param after the key after which the list goes on; empty for the beginning */
  rows(register: RegisterName, after: string, limit: number): readonly StandingRow[] {
    return this.#all.all(register, after, limit).map(standing);
  }
}

function standing({ key, fields, entered, changed }: Row): StandingRow {
  // The projector wrote it: field names and texts.
  return { key, values: JSON.parse(fields) as RowValues, entered, changed };
}
