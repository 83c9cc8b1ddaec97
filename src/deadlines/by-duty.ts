import { machine } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { AnyDraft } from '../custody/entry.ts';
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

  /** Tags the next recordings, and lets the duty that they belong to say when the officer was back; how many, 0 where there are none. */
  async tagSome(): Promise<number> {
    const { tagger, ledger } = this.#room;
    const tagged = await tagger.tagSome();
    if (this.#room.settings.gap !== null) await this.#joinByDuty(tagged);
    const sessions = new Set(tagged.flatMap((one) => this.#sql.sessionOf.get(one) ?? []));
    const drafts = [...sessions].flatMap((session): readonly AnyDraft[] => {
      const standing = this.#sql.returned.get(session);
      const returned = tagger.returned(this.#sql.itemsOf.all(session));
      if (standing?.source === 'person' || (standing?.returned ?? null) === returned) return [];
      // The duty was taken away, or names no return any more.
      if (returned === null) return [takenBack(session)];
      return [
        {
          type: 'session.returned',
          actor: machine,
          subject: { kind: 'session', id: session },
          data: { session, returned, source: 'roster' },
          personal: {},
        },
      ];
    });
    if (drafts.length > 0) await ledger.append(drafts);
    return tagged.length;
  }

  async #joinByDuty(evidence: readonly string[]): Promise<void> {
    const { tagger, ledger } = this.#room;
    const duties = new Map(
      evidence.flatMap((one) => {
        const duty = tagger.duty(one);
        return duty === null ? [] : [[`${duty.key} ${duty.recorder}`, duty] as const];
      }),
    );
    for (const { key, recorder, from, to } of duties.values()) {
      const drafts = this.#book.joinDuty(recorder, from, to, (one) => tagger.duty(one)?.key === key);
      // One after the other: each changes what the next one finds.
      if (drafts.length > 0) await ledger.append(drafts);
    }
  }
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
