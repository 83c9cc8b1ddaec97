import type { Statement } from 'better-sqlite3';
import type { Db } from '../custody/database.ts';
import type { Ledger, WorkChange } from '../custody/ledger.ts';
import type { ViewingBook } from './book.ts';

const atOnce = 500;

interface Probed {
  readonly seq: number;
  readonly evidence: string;
  readonly original: string;
}

/**
 * Queues what has been probed since the last time, through the ledger with a cursor of its own, so that a restart carries
 * on. Equal bytes are one original and wait once.
 */
export class QueueUp {
  readonly #ledger: Ledger;
  readonly #book: ViewingBook;
  readonly #next: Statement<[number], Probed>;
  readonly #cursor: Statement<[], number>;

  constructor(db: Db, ledger: Ledger, book: ViewingBook) {
    this.#ledger = ledger;
    this.#book = book;
    this.#cursor = db.prepare<[], number>(`SELECT value FROM work_cursor WHERE name = 'viewing'`).pluck();
    this.#next = db.prepare(
      `SELECT v.seq, e.evidence, e.sha256 AS original
       FROM (SELECT seq, substr(subject, length('evidence:') + 1) AS evidence FROM view_entry
         WHERE type = 'recording.probed' AND seq > ? ORDER BY seq LIMIT ${atOnce}) v
       JOIN view_evidence e ON e.evidence = v.evidence ORDER BY v.seq`,
    );
  }

  async catchUp(): Promise<void> {
    for (;;) {
      const found = this.#next.all(this.#cursor.get() ?? -1);
      const last = found.at(-1);
      if (last === undefined) return;
      const work = found.filter(({ original }) => this.#isNews(original)).map(waits);
      await this.#ledger.append([], [...work, cursorAt(last.seq)]);
    }
  }

  /**
   * Probed again it says something else: what could not be done with it may be possible now. What was disposed of has
   * come in once more.
   */
  #isNews(original: string): boolean {
    const standing = this.#book.standing(original);
    if (standing === null || standing.state === 'failed') return true;
    return standing.state === 'removed' && standing.said.because === 'disposed';
  }
}

function waits({ original, evidence }: Probed): WorkChange {
  const sql = 'INSERT INTO work_viewing (original, evidence) VALUES (?, ?) ON CONFLICT DO NOTHING';
  return { sql, params: [original, evidence] };
}

function cursorAt(seq: number): WorkChange {
  return {
    sql: `INSERT INTO work_cursor (name, value) VALUES ('viewing', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
    params: [seq],
  };
}
