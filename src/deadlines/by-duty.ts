import { machine } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { AnyDraft } from '../custody/entry.ts';
import { Slices } from '../slices.ts';
import type { Duty } from '../tagging/tagger.ts';
import type { DeskRoom } from './desk-room.ts';
import type { SessionBook } from './session-book.ts';

/** What the roster says of sessions: what belongs together, and when the officer was back. */
export class ByDuty {
  readonly #room: DeskRoom;
  readonly #book: SessionBook;
  readonly #sql: ReturnType<typeof statements>;

  constructor(room: DeskRoom, book: SessionBook) {
    this.#room = room;
    this.#book = book;
    this.#sql = statements(room.db);
  }

  /**
   * Tags the next recordings, and lets the duty that they belong to say when the officer was back; how many, 0 where there are none.
   * They leave their queue with the last entry of it: a crash before that does them over again.
   * @param which `asked`: without the round through all recordings
   */
  async tagSome(which: 'asked' | 'all'): Promise<number> {
    const { tagger, ledger, settings } = this.#room;
    const lot = tagger.queue.asked() ?? (which === 'all' ? tagger.queue.next() : null);
    if (lot === null) return 0;
    await tagger.tag(lot.evidence);
    if (settings.gap !== null) await this.#joinByDuty(lot.evidence);
    await ledger.append(await this.#returns(lot.evidence), lot.done);
    return lot.evidence.length;
  }

  async #returns(evidence: readonly string[]): Promise<readonly AnyDraft[]> {
    const slices = new Slices();
    const drafts: AnyDraft[] = [];
    for (const session of new Set(evidence.flatMap((one) => this.#sql.sessionOf.get(one) ?? []))) {
      const standing = this.#sql.returned.get(session);
      const returned = this.#room.tagger.returned(this.#sql.itemsOf.all(session));
      await slices.breathe();
      if (standing?.source === 'person' || (standing?.returned ?? null) === returned) continue;
      // The duty was taken away, or names no return any more.
      drafts.push(returned === null ? takenBack(session) : returnedByRoster(session, returned));
    }
    return drafts;
  }

  async #joinByDuty(evidence: readonly string[]): Promise<void> {
    const { tagger, ledger } = this.#room;
    const slices = new Slices();
    const duties = new Map<string, Duty>();
    for (const one of evidence) {
      const duty = tagger.duty(one);
      if (duty !== null) duties.set(`${duty.key} ${duty.recorder}`, duty);
      await slices.breathe();
    }
    for (const { key, recorder, from, to } of duties.values()) {
      const drafts = this.#book.joinDuty(recorder, from, to, (one) => tagger.duty(one)?.key === key);
      // One after the other: each changes what the next one finds.
      if (drafts.length > 0) await ledger.append(drafts);
      await slices.breathe();
    }
  }
}

function returnedByRoster(session: string, returned: string): AnyDraft {
  return {
    type: 'session.returned',
    actor: machine,
    subject: { kind: 'session', id: session },
    data: { session, returned, source: 'roster' },
    personal: {},
  };
}

function takenBack(session: string): AnyDraft {
  return {
    type: 'session.return_taken_back',
    actor: machine,
    subject: { kind: 'session', id: session },
    data: { session },
    personal: {},
  };
}

function statements(db: Db) {
  return {
    sessionOf: db
      .prepare<[string], string | null>('SELECT session FROM view_session_item WHERE evidence = ?')
      .pluck(),
    itemsOf: db.prepare<[string], string>('SELECT evidence FROM view_session_item WHERE session = ?').pluck(),
    returned: db.prepare<[string], { returned: string | null; source: string | null }>(
      'SELECT returned, returned_source AS source FROM view_session WHERE session = ?',
    ),
  };
}
