import type { Db } from '../../custody/database.ts';
import type { RegisterBook } from '../../tagging/registers/book.ts';
import { recorderInUse } from '../../tagging/registers/recorders.ts';
import type { Measure } from '../judge-session.ts';
import { firstLimit } from './first-limit.ts';
import { type Finder, localMinute, type Missing, type MissingPage, pageOf } from './missing.ts';

/** Each may ask for the recordings of a whole shift. */
const dutiesAtOnce = 50;

interface DutyRow {
  readonly key: string;
  readonly officer: string;
  readonly recorder: string | null;
  readonly from: string;
  readonly to: string;
}

export interface DutyRoom {
  readonly db: Db;
  readonly book: RegisterBook;
  readonly zone: string;
  /** The regulation in force then; null while none is adopted. */
  readonly measureAt: (at: Temporal.Instant) => Measure | null;
}

/**
 * Duties of the roster whose recorder has not been docked at this station by the first limit. A docking from the duty's
 * beginning on counts, and so does a recording of that officer from another recorder. Where nobody knows with which recorder
 * somebody was on duty, nothing is said.
 */
export class UndockedDuties implements Finder {
  readonly code = 'duty_not_docked';
  readonly severity = 'warning';
  readonly #room: DutyRoom;
  readonly #sql: ReturnType<typeof statements>;

  constructor(room: DutyRoom) {
    this.#room = room;
    this.#sql = statements(room.db);
  }

  page(after: string, now: Temporal.Instant): MissingPage {
    const rows = this.#sql.after.all(after, dutiesAtOnce);
    const missing = rows.map((row) => this.#missing(row, now));
    return pageOf(rows, dutiesAtOnce, ({ key }) => key, missing);
  }

  stands(about: string, now: Temporal.Instant): boolean {
    const row = this.#sql.one.get(about);
    if (row === undefined || this.#undocked(row).length === 0) return false;
    // While no regulation is adopted nobody can say that it is in time after all.
    return this.#room.measureAt(now) === null || this.#missing(row, now) !== null;
  }

  #missing(row: DutyRow, now: Temporal.Instant): Missing | null {
    const { key, officer, from, to } = row;
    const recorders = this.#undocked(row);
    if (recorders.length === 0) return null;
    const returned = this.#room.book.row('rosters', key)?.values['returned'];
    const back = Temporal.Instant.from(returned ?? to);
    const measure = this.#room.measureAt(back);
    const limit = measure === null ? null : firstLimit(measure, back);
    if (limit === null || Temporal.Instant.compare(now, limit.due) <= 0) return null;
    if (this.#recorded(row)) return null;
    const { zone } = this.#room;
    const times = { from: localMinute(from, zone), to: localMinute(to, zone) };
    const due = { due: localMinute(limit.due, zone), clause: limit.clause };
    return { about: key, params: { officer, recorder: recorders.join(', '), ...times, ...due } };
  }

  /** The recorders of which one should have been docked; none where one was, or nobody knows which they are. */
  #undocked({ officer, recorder, from, to }: DutyRow): readonly string[] {
    // Before there was a station nothing could be docked at it.
    if (this.#sql.before.get(to) !== undefined) return [];
    const recorders = recorder === null ? this.#sql.heldBy.all(officer) : [recorder];
    const docked = (one: string): boolean => this.#sql.docked.get(one, sortable(from)) !== undefined;
    return recorders.some(docked) ? [] : recorders;
  }

  /** Whether that officer has recorded with another one. */
  #recorded({ officer, from, to }: DutyRow): boolean {
    return this.#sql.recorded.get(sortable(from), to, JSON.stringify([officer])) !== undefined;
  }
}

/** Without its closing `Z` an instant comes before the same one with digits behind the second. */
function sortable(instant: string): string {
  return instant.replace(/Z$/, '');
}

function statements(db: Db) {
  const columns = 'key, officer, recorder, from_at AS "from", to_at AS "to"';
  return {
    after: db.prepare<[string, number], DutyRow>(
      `SELECT ${columns} FROM view_duty WHERE key > ? ORDER BY key LIMIT ?`,
    ),
    one: db.prepare<[string], DutyRow>(`SELECT ${columns} FROM view_duty WHERE key = ?`),
    before: db.prepare<[string], unknown>('SELECT 1 FROM view_station WHERE initialised > ?'),
    heldBy: db
      .prepare<[string], string>(
        `SELECT key FROM view_register WHERE ${recorderInUse} AND json_extract(fields, '$.holder') = ?`,
      )
      .pluck(),
    docked: db.prepare<[string, string], unknown>(
      'SELECT 1 FROM view_docking WHERE recorder = ? AND started >= ? AND refused IS NULL LIMIT 1',
    ),
    // The other way round it would go through everything that an officer has ever recorded.
    recorded: db.prepare<[string, string, string], unknown>(
      `SELECT 1 FROM view_session_item i CROSS JOIN view_tag t ON t.evidence = i.evidence
       WHERE i.start >= ? AND i.start <= ? AND t.field = 'officer' AND t.said = ? LIMIT 1`,
    ),
  };
}
