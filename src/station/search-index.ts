import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '../custody/database.ts';
import type { Ledger, WorkChange } from '../custody/ledger.ts';
import { ledgerSize } from '../custody/ledger-tiles.ts';
import { entriesAt } from './catalogue/entries.ts';
import { searchText } from './catalogue/entry-search.ts';

/** What the ledger's thread takes in one transaction beside its own work. */
const atOnce = 50;
/** Intake goes first: between two lots the thread is free. */
const breatheMs = 20;

/** Keeps the index by which entries are found by their words; it follows the ledger, and is made anew where it is lost. */
export class SearchIndex {
  readonly #db: Db;
  readonly #ledger: Ledger;

  constructor(db: Db, ledger: Ledger) {
    this.#db = db;
    this.#ledger = ledger;
  }

  /** Takes in what the ledger has come to hold. Returns how many entries. */
  async catchUp(signal?: AbortSignal): Promise<number> {
    let taken = 0;
    for (;;) {
      const from = this.#next();
      const count = Math.min(atOnce, ledgerSize(this.#db) - from);
      if (count <= 0 || signal?.aborted === true) return taken;
      const entries = entriesAt(
        this.#db,
        Array.from({ length: count }, (_, i) => from + i),
      );
      const rows = entries.map(
        (entry): WorkChange => ({ sql: insert, params: [entry.seq, searchText(entry)] }),
      );
      await this.#ledger.append([], [...rows, { sql: moveOn, params: [from + count] }], 'later');
      taken += count;
      await wait(breatheMs, undefined, { signal }).catch(() => undefined);
    }
  }

  #next(): number {
    return (
      this.#db.prepare<[], number>(`SELECT value FROM work_cursor WHERE name = 'searched'`).pluck().get() ?? 0
    );
  }
}

const insert = 'INSERT INTO work_search (rowid, words) VALUES (?, ?)';
const moveOn = `INSERT INTO work_cursor (name, value) VALUES ('searched', ?)
  ON CONFLICT DO UPDATE SET value = excluded.value`;
