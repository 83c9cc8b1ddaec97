import type { Db } from '../../custody/database.ts';
import { recorderInUse } from '../../tagging/registers/recorders.ts';
import { type Finder, localMinute, type Missing, type MissingPage, pageOf, rowsAtOnce } from './missing.ts';

export interface RecorderRoom {
  readonly db: Db;
  readonly zone: string;
  readonly days: number;
}

interface RecorderRow {
  readonly number: string;
  readonly holder: string | null;
  /** ISO date. */
  readonly issued: string | null;
  readonly entered: string;
  readonly seen: string | null;
}

/** Recorders in use that have not been docked at this station for so many days (QZ-20, ZZ-24). */
export class UnseenRecorders implements Finder {
  readonly code = 'recorder_unseen';
  readonly severity = 'notice';
  readonly #room: RecorderRoom;
  readonly #sql: ReturnType<typeof statements>;

  constructor(room: RecorderRoom) {
    this.#room = room;
    this.#sql = statements(room.db);
  }

  page(after: string, now: Temporal.Instant): MissingPage {
    const rows = this.#sql.after.all(after, rowsAtOnce);
    return pageOf(
      rows,
      rowsAtOnce,
      ({ number }) => number,
      rows.map((row) => this.#missing(row, now)),
    );
  }

  stands(about: string, now: Temporal.Instant): boolean {
    const row = this.#sql.one.get(about.slice(0, about.lastIndexOf(' ')));
    return row !== undefined && this.#missing(row, now)?.about === about;
  }

  #missing(row: RecorderRow, now: Temporal.Instant): Missing | null {
    const { zone, days } = this.#room;
    const since = sinceOf(row, zone);
    if (Temporal.Instant.compare(now, since.add({ hours: 24 * days })) <= 0) return null;
    const { number, holder, seen } = row;
    const last = seen === null ? '–' : localMinute(seen, zone);
    // Docked and gone again, it is another absence.
    return {
      about: `${number} ${seen ?? since}`,
      params: { recorder: number, holder: holder ?? '–', last, days },
    };
  }
}

/** Last docked; one that never was counts from its issue, and at the earliest from when the register knew it. */
function sinceOf({ seen, issued, entered }: RecorderRow, zone: string): Temporal.Instant {
  const known = Temporal.Instant.from(seen ?? entered);
  if (issued === null) return known;
  const given = Temporal.PlainDate.from(issued).toZonedDateTime(zone).toInstant();
  return Temporal.Instant.compare(given, known) > 0 ? given : known;
}

function statements(db: Db) {
  const read = (where: string): string =>
    `SELECT r.key AS number, json_extract(r.fields, '$.holder') AS holder, r.entered, v.last_seen AS seen,
       json_extract(r.fields, '$.issued') AS issued
     FROM (SELECT * FROM view_register WHERE ${recorderInUse}) r
     LEFT JOIN view_recorder v ON v.recorder = r.key WHERE ${where}`;
  return {
    after: db.prepare<[string, number], RecorderRow>(`${read('r.key > ?')} ORDER BY r.key LIMIT ?`),
    one: db.prepare<[string], RecorderRow>(read('r.key = ?')),
  };
}
