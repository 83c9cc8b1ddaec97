import type { Db } from '../../custody/database.ts';
import { registers } from './all.ts';
import { recorderInUse } from './recorders.ts';
import { type RegisterName, type RowValues, registerNames } from './register.ts';

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
  readonly #db: Db;
  readonly #one: import('better-sqlite3').Statement<[string, string], Row>;
  readonly #all: import('better-sqlite3').Statement<[string, string, number], Row>;

  constructor(db: Db) {
    this.#db = db;
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

  /** QZ-20: front-line officers on the rolls who have no recorder in use, in the order of their numbers. */
  withoutRecorder(after: string, limit: number): readonly StandingRow[] {
    return this.#db
      .prepare<[string, number], Row>(
        `SELECT key, fields, entered, changed FROM view_register
         WHERE register = 'officers' AND key > ? AND json_extract(fields, '$.front') = 'yes'
         AND coalesce(json_extract(fields, '$.active'), 'yes') = 'yes'
         AND key NOT IN (SELECT json_extract(fields, '$.holder') FROM view_register
           WHERE ${recorderInUse} AND json_extract(fields, '$.holder') IS NOT NULL)
         ORDER BY key LIMIT ?`,
      )
      .all(after, limit)
      .map(standing);
  }

  /** The rows that refer to this one: how many, and the first of them. */
  referrers(
    register: RegisterName,
    key: string,
    limit: number,
  ): { readonly count: number; readonly first: readonly { register: RegisterName; key: string }[] } {
    const referring = this.#db
      .prepare<[string, string, string], string>(
        'SELECT key FROM view_register WHERE register = ? AND json_extract(fields, ?) = ? ORDER BY key',
      )
      .pluck();
    const found = registerNames.flatMap((name) =>
      registers[name].fields
        .filter(({ kind }) => kind.is === 'refers' && kind.to === register)
        .flatMap((field) => referring.all(name, `$.${field.name}`, key))
        .map((one) => ({ register: name, key: one })),
    );
    return { count: found.length, first: found.slice(0, limit) };
  }
}

function standing({ key, fields, entered, changed }: Row): StandingRow {
  // The projector wrote it: field names and texts.
  return { key, values: JSON.parse(fields) as RowValues, entered, changed };
}
