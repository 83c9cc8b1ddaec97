import type { Db } from '../../custody/database.ts';
import type { RegisterBook, StandingRow } from '../../tagging/registers/book.ts';
import { instantIn, isDay } from '../../tagging/registers/moment.ts';
import type { TagBook } from '../../tagging/tag-book.ts';
import { effectiveTags } from '../../tagging/tags.ts';
import { type Finder, localMinute, type Missing, type MissingPage, pageOf, rowsAtOnce } from './missing.ts';

export interface CaseRoom {
  readonly db: Db;
  readonly book: RegisterBook;
  readonly tags: TagBook;
  readonly zone: string;
  /** So long after its first moment a case may be without a recording. */
  readonly days: number;
}

/** Moments by which something has happened that had to be recorded. */
const moments = ['inspected', 'actEnded', 'decided', 'executed', 'closed'] as const;

/** Cases with a matter that must be recorded (BX-AV, QZ-19) under which no recording is filed. */
export class UnrecordedCases implements Finder {
  readonly code = 'case_without_recording';
  readonly severity = 'warning';
  readonly #room: CaseRoom;
  readonly #sql: ReturnType<typeof statements>;

  constructor(room: CaseRoom) {
    this.#room = room;
    this.#sql = statements(room.db);
  }

  page(after: string, now: Temporal.Instant): MissingPage {
    const rows = this.#room.book.rows('cases', after, rowsAtOnce);
    return pageOf(
      rows,
      rowsAtOnce,
      ({ key }) => key,
      rows.map((row) => this.#missing(row, now)),
    );
  }

  stands(about: string, now: Temporal.Instant): boolean {
    const row = this.#room.book.row('cases', about);
    return row !== null && this.#missing(row, now) !== null;
  }

  #missing({ key, values, entered }: StandingRow, now: Temporal.Instant): Missing | null {
    const { book, zone, days } = this.#room;
    const { matter, closed } = values;
    const asked = matter === undefined ? null : book.row('matters', matter);
    // What was closed before there was a station has its recordings elsewhere.
    if (asked === null || (closed !== undefined && this.#sql.before.get(closed) !== undefined)) return null;
    const [since = entered] = moments
      .flatMap((name) => values[name] ?? [])
      .toSorted((a, b) => Temporal.Instant.compare(instantIn(a, zone), instantIn(b, zone)));
    const due = instantIn(since, zone).add({ hours: 24 * days });
    if (Temporal.Instant.compare(now, due) <= 0 || this.#recorded(key)) return null;
    const what = { case: key, matter: asked.values['matter'] ?? asked.key };
    return { about: key, params: { ...what, since: isDay(since) ? since : localMinute(since, zone), days } };
  }

  /** Filed under it by whatever source is believed. */
  #recorded(number: string): boolean {
    for (const evidence of this.#sql.tagged.iterate(JSON.stringify([number]))) {
      const filed = effectiveTags(this.#room.tags.tags(evidence)).find(({ field }) => field === 'case');
      if (filed?.value === number) return true;
    }
    return false;
  }
}

function statements(db: Db) {
  return {
    tagged: db
      .prepare<[string], string>(`SELECT DISTINCT evidence FROM view_tag WHERE field = 'case' AND said = ?`)
      .pluck(),
    before: db.prepare<[string], unknown>('SELECT 1 FROM view_station WHERE initialised > ?'),
  };
}
