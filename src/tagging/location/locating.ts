import type { Clock } from '../../clock.ts';
import type { Alarms } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import { CustodyError } from '../../custody/error.ts';
import type { Ledger, WorkChange } from '../../custody/ledger.ts';
import type { Turns } from '../../turns.ts';
import { tagAgain } from '../tag-anew.ts';
import type { Found, PositionFinder } from './finder.ts';
import { LocationBook } from './location-book.ts';
import { locationNews } from './location-news.ts';

export interface LocatingRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly finder: PositionFinder;
}

/** What is found goes into the ledger together: with each time the tags of all that follows are looked at again. */
const atOnce = 200;
const longestMs = 30_000;
/** After how long what could not be looked at is tried again. */
const lookAgainMs = 600_000;
const never = new AbortController().signal;

/** An item to look at; `seq` is the entry that asks for it, null for one of those that wait. */
interface Task {
  readonly evidence: string;
  readonly seq: number | null;
}

/**
 * Finds out where recordings were made, once they have been timed and whenever a sidecar has come to them since. It goes
 * through the ledger with a cursor of its own, so that a crash carries on; what cannot be looked at now waits beside, and
 * holds up nothing.
 */
export class Locating {
  readonly #room: LocatingRoom;
  readonly #book: LocationBook;
  readonly #sql: ReturnType<typeof statements>;
  /** What a defect has kept from being looked at: while there is any, its alarm stands. */
  readonly #broken = new Set<string>();
  #triedAt: number | null = null;
  /** How far the round through those that wait has come; null between two rounds. */
  #round: { readonly after: string; readonly exiftool: boolean } | null = null;

  constructor(room: LocatingRoom) {
    this.#room = room;
    this.#book = new LocationBook(room.db);
    this.#sql = statements(room.db);
  }

  /** Brings everything up to now; how many were looked at. @param signal ends it, the one at hand without an outcome. */
  async catchUp(signal: AbortSignal = never): Promise<number> {
    let sum = 0;
    for (;;) {
      const looked = await this.#room.turns.take('locating', () => this.#some(signal));
      if (looked === null) return sum;
      sum += looked;
    }
  }

  /** Null where there is nothing more to do now. */
  async #some(signal: AbortSignal): Promise<number | null> {
    if (signal.aborted) return null;
    const fresh = this.#sql.next.all({ from: this.#sql.cursor.get() ?? 0, most: atOnce });
    if (fresh.length > 0) return await this.#look(lastOfEach(fresh), signal);
    const waiting = await this.#waiting();
    return waiting.length === 0 ? null : await this.#look(waiting, signal);
  }

  /** The next ones of those that wait; one round through all of them now and then. */
  async #waiting(): Promise<readonly Task[]> {
    const now = this.#room.clock.monotonicMs();
    if (this.#round === null) {
      if (this.#triedAt !== null && now - this.#triedAt < lookAgainMs) return [];
      this.#triedAt = now;
      if (this.#sql.anyWaiting.get() === undefined) return [];
      // Without it a hundred thousand recordings would be looked at in vain.
      this.#round = { after: '', exiftool: await this.#room.finder.hasExiftool() };
    }
    const { after, exiftool } = this.#round;
    const items = this.#sql.waiting.all(after, Number(exiftool), atOnce);
    if (items.length === 0) this.#round = null;
    return items.map((evidence) => ({ evidence, seq: null }));
  }

  async #look(tasks: readonly Task[], signal: AbortSignal): Promise<number> {
    const drafts: AnyDraft[] = [];
    const work: WorkChange[] = [];
    const until = this.#room.clock.monotonicMs() + longestMs;
    let looked = 0;
    for (const { evidence, seq } of tasks) {
      if (seq === null || this.#isDue(evidence, seq)) {
        const found = await this.#find(evidence, signal);
        if (signal.aborted) break;
        const news = locationNews(evidence, found, this.#book.said(evidence));
        if (news !== null) drafts.push(news);
        if (news !== null) work.push(tagAgain(evidence));
        work.push(waits(evidence, found.missing));
        looked += 1;
      }
      if (seq !== null) work.push(cursorAt(seq));
      else if (this.#round !== null) this.#round = { ...this.#round, after: evidence };
      if (this.#room.clock.monotonicMs() > until) break;
    }
    if (work.length > 0) await this.#room.ledger.append(drafts, work);
    return looked;
  }

  /** What has not been timed is looked at when it is; timed again, it was made where it was made. */
  #isDue(evidence: string, seq: number): boolean {
    const known = this.#sql.item.get(evidence, evidence, seq);
    return known !== undefined && (known.located === 0 || known.type === 'sidecar.stored');
  }

  /** A defect must not keep everything that comes after from being looked at. */
  async #find(evidence: string, signal: AbortSignal): Promise<Found> {
    const { alarms, finder } = this.#room;
    try {
      const found = await finder.find(evidence, signal);
      this.#broken.delete(evidence);
      if (this.#broken.size === 0) await alarms.settle('locating_failed', 'station');
      return found;
    } catch (error) {
      if (error instanceof CustodyError) throw error;
      this.#broken.add(evidence);
      const found = error instanceof Error ? error.message : String(error);
      await alarms.raise('locating_failed', 'warning', 'station', { evidence, found });
      return { located: null, missing: 'bytes' };
    }
  }
}

/** Several entries may ask for one item. */
function lastOfEach(tasks: readonly Task[]): readonly Task[] {
  const last = new Map(tasks.map((one) => [one.evidence, one]));
  return tasks.filter((one) => last.get(one.evidence) === one);
}

function waits(evidence: string, missing: Found['missing']): WorkChange {
  if (missing === null) return { sql: 'DELETE FROM work_unlocated WHERE evidence = ?', params: [evidence] };
  const sql = 'INSERT OR REPLACE INTO work_unlocated (evidence, missing) VALUES (?, ?)';
  return { sql, params: [evidence, missing] };
}

function cursorAt(seq: number): WorkChange {
  return {
    sql: `INSERT INTO work_cursor (name, value) VALUES ('located', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
    params: [seq],
  };
}

function statements(db: Db) {
  const entries = (type: string): string =>
    `SELECT * FROM (SELECT seq, substr(subject, length('evidence:') + 1) AS evidence FROM view_entry
     WHERE type = '${type}' AND seq > @from ORDER BY seq LIMIT @most)`;
  return {
    cursor: db.prepare<[], number>(`SELECT value FROM work_cursor WHERE name = 'located'`).pluck(),
    // Each half is a stretch of the index of types; together they would be sorted whole.
    next: db.prepare<[{ from: number; most: number }], { seq: number; evidence: string }>(
      `${entries('recording.timed')} UNION ALL ${entries('sidecar.stored')} ORDER BY seq LIMIT @most`,
    ),
    item: db.prepare<[string, string, number], { type: string; located: number }>(
      `SELECT v.type, EXISTS (SELECT 1 FROM view_location WHERE evidence = ?) AS located
       FROM view_session_item i, view_entry v WHERE i.evidence = ? AND i.docked IS NOT NULL AND v.seq = ?`,
    ),
    anyWaiting: db.prepare<[], number>('SELECT 1 FROM work_unlocated LIMIT 1').pluck(),
    waiting: db
      .prepare<[string, number, number], string>(
        `SELECT evidence FROM work_unlocated WHERE evidence > ? AND (missing <> 'exiftool' OR ?)
         ORDER BY evidence LIMIT ?`,
      )
      .pluck(),
  };
}
