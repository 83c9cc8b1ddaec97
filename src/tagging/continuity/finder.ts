import type { Alarms } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import type { Ledger, WorkChange } from '../../custody/ledger.ts';
import type { DeviceProfile } from '../../dock/profile.ts';
import type { Turns } from '../../turns.ts';
import { CardLook } from './card-look.ts';
import { FindingBook, mostOfAKind } from './finding-book.ts';
import type { Allowances } from './stretch.ts';
import { type ChangedRecording, StretchNews } from './stretch-news.ts';
import { StretchReader } from './stretch-reader.ts';

export interface FinderRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly turns: Turns;
  readonly profiles: readonly DeviceProfile[];
  readonly stationCode: string;
  readonly allowances: Allowances;
}

export interface FoundSome {
  /** Recordings and cards that were looked at. */
  readonly looked: number;
  /** New findings, and older ones that do not hold any more. */
  readonly made: number;
  readonly withdrawn: number;
}

const never = new AbortController().signal;
const nothing: FoundSome = { looked: 0, made: 0, withdrawn: 0 };
const atOnce = 200;

/**
 * Looks for what does not fit, when recordings have been timed, probed and placed in sessions, and when a card has been
 * gone through. It has cursors of its own: it holds up nothing, and carries on where a crash left it.
 */
export class Finder {
  readonly #room: FinderRoom;
  readonly #book: FindingBook;
  readonly #reader: StretchReader;
  readonly #cards: CardLook;
  readonly #sql: ReturnType<typeof statements>;

  constructor(room: FinderRoom) {
    this.#room = room;
    this.#book = new FindingBook(room.db, room.stationCode);
    this.#reader = new StretchReader(room.db, room.profiles);
    this.#cards = new CardLook(room.db, this.#book);
    this.#sql = statements(room.db);
  }

  /** Brings everything up to now. @param signal ends it after what is at hand. */
  async findAll(signal: AbortSignal = never): Promise<FoundSome> {
    await this.#until(signal, () => this.#queueSome());
    const recordings = await this.#until(signal, () => this.#lookAtSome());
    const cards = await this.#until(signal, () => this.#lookAtCards());
    return sum(recordings, cards);
  }

  /** Batch by batch, in turns with persons who explain or dismiss. */
  async #until(signal: AbortSignal, some: () => Promise<FoundSome>): Promise<FoundSome> {
    let all = nothing;
    while (!signal.aborted) {
      const found = await this.#room.turns.take('findings', some);
      if (found.looked === 0) break;
      all = sum(all, found);
    }
    return all;
  }

  /** Notes the next recordings of which something has changed. */
  async #queueSome(): Promise<FoundSome> {
    const from = this.#sql.cursor.get('continuity') ?? -1;
    const to = this.#sql.reach.get(from, atOnce) ?? null;
    if (to === null) return nothing;
    return await this.#enter([], 1, [queued(from, to), cursorAt('continuity', to)]);
  }

  /**
   * Compares the next ones of a docking of which everything is known. While a card is copied, segments that come later
   * would seem to be missing.
   */
  async #lookAtSome(): Promise<FoundSome> {
    const docking = this.#sql.waiting.all().find((one) => this.#sql.unknown.get(one) === undefined);
    if (docking === undefined) return nothing;
    const changed = this.#sql.next.all(docking, atOnce);
    const news = new StretchNews(this.#reader, this.#book, this.#room.allowances);
    const byRecorder = Map.groupBy(changed, ({ recorder }) => recorder);
    const drafts = [...byRecorder].flatMap(([recorder, some]) => news.of(recorder, some));
    const looked = changed.map(({ evidence }) => lookedAt(evidence));
    const found = await this.#enter(drafts, changed.length, looked);
    for (const [kind, { docking, code }] of news.over)
      await this.#room.alarms.raise('findings_many', 'notice', kind, { docking, code, most: mostOfAKind });
    return found;
  }

  async #lookAtCards(): Promise<FoundSome> {
    const from = this.#sql.cursor.get('cards') ?? -1;
    const cards = this.#sql.completed.all(from, atOnce);
    const last = cards.at(-1);
    if (last === undefined) return nothing;
    const dockings = new Set(cards.map(({ docking }) => docking));
    const drafts = [...dockings].flatMap((one) => this.#cards.news(one));
    return await this.#enter(drafts, cards.length, [cursorAt('cards', last.seq)]);
  }

  async #enter(drafts: readonly AnyDraft[], looked: number, work: readonly WorkChange[]): Promise<FoundSome> {
    await this.#room.ledger.append(drafts, work);
    const made = drafts.filter(({ type }) => type === 'finding.made').length;
    return { looked, made, withdrawn: drafts.length - made };
  }
}

function sum(a: FoundSome, b: FoundSome): FoundSome {
  return { looked: a.looked + b.looked, made: a.made + b.made, withdrawn: a.withdrawn + b.withdrawn };
}

function cursorAt(name: 'continuity' | 'cards', value: number): WorkChange {
  return {
    sql: 'INSERT INTO work_cursor (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    params: [name, value],
  };
}

function queued(from: number, to: number): WorkChange {
  return {
    sql: `INSERT OR IGNORE INTO work_look (evidence) SELECT evidence FROM view_probe WHERE changed > ? AND changed <= ?`,
    params: [from, to],
  };
}

function lookedAt(evidence: string): WorkChange {
  return { sql: 'DELETE FROM work_look WHERE evidence = ?', params: [evidence] };
}

/** From those that wait: SQLite, left to itself, asks each of a million recordings whether it waits, once a second. */
export const waitingQuery = `SELECT DISTINCT i.docking
  FROM work_look w CROSS JOIN view_session_item i USING (evidence) CROSS JOIN view_card c ON c.docking = i.docking
  WHERE c.completed > coalesce(c.listed, -1) ORDER BY i.docking`;

function statements(db: Db) {
  return {
    cursor: db.prepare<[string], number>('SELECT value FROM work_cursor WHERE name = ?').pluck(),
    reach: db
      .prepare<[number, number], number | null>(
        'SELECT max(changed) FROM (SELECT changed FROM view_probe WHERE changed > ? ORDER BY changed LIMIT ?)',
      )
      .pluck(),
    waiting: db.prepare<[], string>(waitingQuery).pluck(),
    unknown: db
      .prepare<[string], number>(
        `SELECT 1 FROM view_session_item i WHERE docking = ? AND (docked IS NULL OR session IS NULL
           OR EXISTS (SELECT 1 FROM view_unprobed u WHERE u.evidence = i.evidence)) LIMIT 1`,
      )
      .pluck(),
    next: db.prepare<[string, number], ChangedRecording & { readonly recorder: string }>(
      `SELECT i.evidence, i.recorder, i.start FROM view_session_item i JOIN work_look w USING (evidence)
       WHERE i.docking = ? ORDER BY i.start, i.evidence LIMIT ?`,
    ),
    completed: db.prepare<[number, number], { docking: string; seq: number }>(
      `SELECT substr(subject, 9) AS docking, seq FROM view_entry
       WHERE type = 'docking.completed' AND seq > ? ORDER BY seq LIMIT ?`,
    ),
  };
}
