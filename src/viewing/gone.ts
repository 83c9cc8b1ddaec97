import type { Statement } from 'better-sqlite3';
import { machine } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { Ledger } from '../custody/ledger.ts';
import type { ViewingBook } from './book.ts';
import { removedDraft } from './drafts.ts';
import type { ViewingStore } from './store.ts';

const atOnce = 100;

/** Takes away the copies of originals that are disposed of: nothing of them may be left to look at. */
export class GoneOriginals {
  readonly #ledger: Ledger;
  readonly #book: ViewingBook;
  readonly #store: ViewingStore;
  readonly #next: Statement<[number], { seq: number; evidence: string }>;
  readonly #cursor: Statement<[], number>;
  readonly #originals: Statement<[string], string>;

  constructor(
    { db, ledger }: { readonly db: Db; readonly ledger: Ledger },
    book: ViewingBook,
    store: ViewingStore,
  ) {
    [this.#ledger, this.#book, this.#store] = [ledger, book, store];
    this.#cursor = db
      .prepare<[], number>(`SELECT value FROM work_cursor WHERE name = 'viewing_gone'`)
      .pluck();
    this.#next = db.prepare(
      `SELECT seq, substr(subject, length('evidence:') + 1) AS evidence FROM view_entry
       WHERE type = 'evidence.disposal_begun' AND seq > ? ORDER BY seq LIMIT ${atOnce}`,
    );
    this.#originals = db
      .prepare<[string], string>('SELECT sha256 FROM view_disposed WHERE evidence = ?')
      .pluck();
  }

  async catchUp(): Promise<void> {
    for (;;) {
      const begun = this.#next.all(this.#cursor.get() ?? -1);
      const last = begun.at(-1);
      if (last === undefined) return;
      for (const { evidence } of begun)
        for (const original of this.#originals.all(evidence)) await this.#takeAway(original);
      const sql = `INSERT INTO work_cursor (name, value) VALUES ('viewing_gone', ?)
        ON CONFLICT DO UPDATE SET value = excluded.value`;
      await this.#ledger.append([], [{ sql, params: [last.seq] }]);
    }
  }

  async #takeAway(original: string): Promise<void> {
    const standing = this.#book.standing(original);
    const waits = { sql: 'DELETE FROM work_viewing WHERE original = ?', params: [original] };
    if (standing?.state !== 'made') {
      await this.#ledger.append([], [waits]);
      return;
    }
    await this.#ledger.append([removedDraft(standing.said, 'disposed', machine)], [waits]);
    await this.#store.remove(standing.said);
  }
}
