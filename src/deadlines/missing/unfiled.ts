import type { Db } from '../../custody/database.ts';
import { isFiled } from '../../tagging/filed.ts';
import type { Finder, Missing, MissingPage } from './missing.ts';

export interface UnfiledRoom {
  readonly db: Db;
  readonly days: number;
}

/** A docking may hold thousands of recordings: fewer of them make a page. */
const dockingsAtOnce = 20;

interface DockingRow {
  readonly place: number;
  readonly docking: string;
  readonly recorder: string | null;
}

/**
 * Recordings that are filed under no case so many days after they came in, by their docking: whoever files them has the
 * whole card before them.
 */
export class UnfiledEvidence implements Finder {
  readonly code = 'evidence_without_case';
  readonly severity = 'notice';
  readonly #days: number;
  readonly #sql: ReturnType<typeof statements>;

  constructor({ db, days }: UnfiledRoom) {
    this.#days = days;
    this.#sql = statements(db);
  }

  page(after: string, now: Temporal.Instant): MissingPage {
    const rows = this.#sql.after.all(Number(after), this.#before(now), dockingsAtOnce);
    const missing = rows.map((row) => this.#missing(row, now)).filter((one) => one !== null);
    const last = rows.at(-1);
    return { missing, next: rows.length < dockingsAtOnce || last === undefined ? null : String(last.place) };
  }

  stands(about: string, now: Temporal.Instant): boolean {
    const row = this.#sql.one.get(about);
    return row !== undefined && this.#missing(row, now) !== null;
  }

  #missing({ docking, recorder }: DockingRow, now: Temporal.Instant): Missing | null {
    const count = this.#sql.unfiled.get(docking, this.#before(now)) ?? 0;
    if (count === 0) return null;
    return { about: docking, params: { docking, recorder: recorder ?? '–', count, days: this.#days } };
  }

  #before(now: Temporal.Instant): string {
    return now.subtract({ hours: 24 * this.#days }).toString({ fractionalSecondDigits: 3 });
  }
}

function statements(db: Db) {
  const columns = 'rowid AS place, docking, recorder';
  return {
    after: db.prepare<[number, string, number], DockingRow>(
      `SELECT ${columns} FROM view_docking WHERE rowid > ? AND started < ? ORDER BY rowid LIMIT ?`,
    ),
    one: db.prepare<[string], DockingRow>(`SELECT ${columns} FROM view_docking WHERE docking = ?`),
    unfiled: db
      .prepare<[string, string], number>(
        `SELECT count(*) FROM view_evidence WHERE docking = ? AND secured < ? AND NOT ${isFiled}`,
      )
      .pluck(),
  };
}
