import type { Db } from '../../custody/database.ts';
import { recorderInUse } from '../../tagging/registers/recorders.ts';
import { sizeWords } from '../../texts/units.ts';
import { type Finder, localMinute, type Missing, type MissingPage, pageOf, rowsAtOnce } from './missing.ts';

export interface FullRoom {
  readonly db: Db;
  readonly zone: string;
  readonly freePercent: number;
  readonly freeBytes: number;
  readonly hoursBefore: number;
}

interface SpaceRow {
  readonly recorder: string;
  readonly docking: string;
  readonly bytes: number;
  readonly free: number;
  readonly locked: number;
}

/**
 * Recorders whose cards were nearly full when they were last docked, told before their next shift. What the recorder keeps
 * itself counts as taken, locked recordings with it: it writes over none of those and stops instead.
 */
export class FullRecorders implements Finder {
  readonly code = 'recorder_full';
  readonly severity = 'warning';
  readonly #room: FullRoom;
  readonly #sql: ReturnType<typeof statements>;

  constructor(room: FullRoom) {
    this.#room = room;
    this.#sql = statements(room.db);
  }

  page(after: string, now: Temporal.Instant): MissingPage {
    const rows = this.#sql.after.all(after, rowsAtOnce);
    return pageOf(
      rows,
      rowsAtOnce,
      ({ recorder }) => recorder,
      rows.map((row) => this.#missing(row, now)),
    );
  }

  /** Until a docking finds room; what a shift does to it nobody knows before. */
  stands(about: string): boolean {
    const row = this.#sql.one.get(about.slice(0, about.lastIndexOf(' ')));
    return row !== undefined && isNearlyFull(row, this.#room);
  }

  #missing(row: SpaceRow, now: Temporal.Instant): Missing | null {
    const { recorder, docking, bytes, free, locked } = row;
    if (
      !isNearlyFull(row, this.#room) ||
      this.#sql.open.get({ prefix: `recorder_full:${recorder} ` }) !== undefined
    )
      return null;
    const next = this.#nextShift(recorder, now);
    const { zone, hoursBefore } = this.#room;
    if (next !== null && Temporal.Instant.compare(now, next.subtract({ hours: hoursBefore })) < 0)
      return null;
    const sizes = { free: sizeWords(free), total: sizeWords(bytes), locked: sizeWords(locked) };
    const shift = next === null ? '–' : localMinute(next, zone);
    // Whoever closes it has seen to this docking; a later one that finds no room either is another matter.
    return { about: `${recorder} ${docking}`, params: { recorder, docking, ...sizes, shift } };
  }

  /** Of the recorder, or of whom it is issued to; null where the roster names none. */
  #nextShift(recorder: string, now: Temporal.Instant): Temporal.Instant | null {
    const next = this.#sql.next.get({ recorder, now: now.toString() }) ?? null;
    return next === null ? null : Temporal.Instant.from(next);
  }
}

/** Pure. */
export function isNearlyFull(
  { bytes, free }: Pick<SpaceRow, 'bytes' | 'free'>,
  { freePercent, freeBytes }: Pick<FullRoom, 'freePercent' | 'freeBytes'>,
): boolean {
  return free < Math.max((bytes * freePercent) / 100, freeBytes);
}

function statements(db: Db) {
  const columns = 'recorder, docking, bytes, free, locked';
  return {
    after: db.prepare<[string, number], SpaceRow>(
      `SELECT ${columns} FROM view_recorder_space WHERE recorder > ? ORDER BY recorder LIMIT ?`,
    ),
    one: db.prepare<[string], SpaceRow>(`SELECT ${columns} FROM view_recorder_space WHERE recorder = ?`),
    open: db.prepare<[{ prefix: string }], unknown>(
      `SELECT 1 FROM view_alarm JOIN view_alarm_life USING (alarm)
       WHERE state <> 'closed' AND code = 'recorder_full'
         AND substr(key, 1, length(@prefix)) = @prefix LIMIT 1`,
    ),
    next: db
      .prepare<[{ recorder: string; now: string }], string | null>(
        `SELECT min(from_at) FROM view_duty WHERE from_at > @now AND (recorder = @recorder OR (recorder IS NULL
           AND officer = (SELECT json_extract(fields, '$.holder') FROM view_register
             WHERE ${recorderInUse} AND key = @recorder)))`,
      )
      .pluck(),
  };
}
