import type { Db } from '../custody/database.ts';
import type { AnyDraft, EntryDraft } from '../custody/entry.ts';
import { tagAgain } from '../tagging/tag-anew.ts';
import type { DeskRoom } from './desk-room.ts';
import type { SessionBook } from './session-book.ts';

const never = new AbortController().signal;
const timedAtOnce = 100;
/** After how long what could not be timed is looked at again. */
const lookAgainMs = 600_000;

/** What came in: times recordings, and puts each into its session. */
export class Arrivals {
  readonly #room: DeskRoom;
  readonly #book: SessionBook;
  readonly #sql: ReturnType<typeof statements>;
  /** What could not be timed: its vault is away, or nothing here can. It holds up nothing else. */
  readonly #passedOver = new Set<string>();
  #passedOverAt = 0;

  constructor(room: DeskRoom, book: SessionBook) {
    this.#room = room;
    this.#book = book;
    this.#sql = statements(room.db);
  }

  /**
   * Looks at the next ones that have not been timed, or that an older version has timed without keeping what their
   * container says; how many, 0 where there are none.
   */
  async timeSome(signal: AbortSignal): Promise<number> {
    const now = this.#room.clock.monotonicMs();
    if (now - this.#passedOverAt > lookAgainMs) this.#passedOver.clear();
    const waiting = this.#sql.unseen.all(timedAtOnce + this.#passedOver.size);
    const items = waiting
      .filter(({ evidence }) => !this.#passedOver.has(evidence))
      .slice(0, timedAtOnce)
      // A later segment is timed by those before it.
      .sort((a, b) => (a.segment ?? 0) - (b.segment ?? 0));
    if (items.length === 0) return 0;
    const seen = await this.#look(items, signal);
    const left = signal.aborted ? [] : items.filter(({ evidence }) => !seen.includes(evidence));
    if (left.length > 0) this.#passedOverAt = now;
    for (const { evidence } of left) this.#passedOver.add(evidence);
    return items.length;
  }

  /** Times the recordings of a docking anew, after somebody has said how far its clock was off. */
  async timeAgain(docking: string): Promise<number> {
    const items = this.#sql.ofDocking.all(docking).map((evidence) => ({ evidence, timed: 0, segment: null }));
    for (let from = 0; from < items.length; from += timedAtOnce)
      await this.#look(items.slice(from, from + timedAtOnce), never);
    return items.length;
  }

  /** Which of them could be looked at. What is timed already is not timed again. */
  async #look(items: readonly Unseen[], signal: AbortSignal): Promise<readonly string[]> {
    const { ledger, timekeeper } = this.#room;
    const drafts: AnyDraft[] = [];
    const seen: string[] = [];
    const timed = new Map<string, EntryDraft<'recording.timed'>['data']>();
    for (const item of items) {
      if (signal.aborted) break;
      const look = await timekeeper.time(item.evidence, timed);
      if (look === null) continue;
      seen.push(item.evidence);
      if (item.timed === 0) timed.set(item.evidence, look.timed.data);
      drafts.push(...(item.timed === 0 ? [look.timed] : []), ...(look.probed === null ? [] : [look.probed]));
    }
    if (drafts.length > 0) await ledger.append(drafts, [...timed.keys()].map(tagAgain));
    await this.#place([...timed.keys()]);
    await this.#putRight([...timed.keys()], signal);
    return seen;
  }

  /** Later segments may come in before the first one, as the important ones do, and were taken for the first until now. */
  async #putRight(timed: readonly string[], signal: AbortSignal): Promise<void> {
    const misplaced = new Set(timed.flatMap((one) => this.#room.timekeeper.misplaced(one)));
    const soFar = new Map<string, EntryDraft<'recording.timed'>['data']>();
    const drafts: AnyDraft[] = [];
    for (const evidence of misplaced) {
      const look = signal.aborted ? null : await this.#room.timekeeper.time(evidence, soFar);
      if (look === null) continue;
      soFar.set(evidence, look.timed.data);
      drafts.push(look.timed);
    }
    if (drafts.length > 0) await this.#room.ledger.append(drafts, [...soFar.keys()].map(tagAgain));
  }

  /** A crash may have come between timing and placing. */
  async placeLeft(): Promise<void> {
    const left = this.#sql.unplaced.all();
    for (let from = 0; from < left.length; from += timedAtOnce)
      await this.#place(left.slice(from, from + timedAtOnce));
  }

  async #place(evidence: readonly string[]): Promise<void> {
    // A card may be made to hold thousands of segments of one recording: each is asked for once, not for each other one.
    const known = new Map<string, string | null>();
    const dutyOf = (one: string): string | null => {
      if (!known.has(one)) known.set(one, this.#room.tagger.duty(one)?.key ?? null);
      return known.get(one) ?? null;
    };
    const drafts = this.#book.place(evidence, this.#room.settings.gap, dutyOf);
    if (drafts.length > 0) await this.#room.ledger.append(drafts);
  }
}

interface Unseen {
  readonly evidence: string;
  readonly timed: number;
  readonly segment: number | null;
}

/** From those that wait: SQLite, left to itself, asks each of a million recordings whether it waits, once a second. */
export const unseenQuery = `SELECT evidence, docked IS NOT NULL AS timed, segment
  FROM view_unprobed CROSS JOIN view_session_item USING (evidence) LIMIT ?`;

function statements(db: Db) {
  return {
    unseen: db.prepare<[number], Unseen>(unseenQuery),
    unplaced: db
      .prepare<[], string>(
        'SELECT evidence FROM view_session_item WHERE session IS NULL AND docked IS NOT NULL',
      )
      .pluck(),
    ofDocking: db
      .prepare<[string], string>(
        'SELECT evidence FROM view_session_item WHERE docking = ? ORDER BY named, segment',
      )
      .pluck(),
  };
}
