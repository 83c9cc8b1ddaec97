import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '../custody/database.ts';
import type { Ledger, WorkChange } from '../custody/ledger.ts';
import { ledgerSize } from '../custody/ledger-tiles.ts';
import { entriesAt } from './catalogue/entries.ts';
import { numberText } from './catalogue/entry-numbers.ts';
import { searchText } from './catalogue/entry-search.ts';

/** What the ledger's thread takes in one transaction beside its own work. */
const atOnce = 50;
/** Intake goes first: between two lots the thread is free. */
const breatheMs = 20;

/** Keeps the indexes by which entries are found by their words and numbers; they follow the ledger, and are made anew where they are lost. */
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
      const [searched, numbered] = [this.#reached('searched'), this.#reached('numbered')];
      const from = Math.min(searched, numbered);
      const count = Math.min(atOnce, ledgerSize(this.#db) - from);
      if (count <= 0 || signal?.aborted === true) return taken;
      const entries = entriesAt(
        this.#db,
        Array.from({ length: count }, (_, i) => from + i),
      );
      const rows = entries.flatMap((entry): readonly WorkChange[] => {
        const words = searchText(entry);
        return [
          ...(entry.seq < searched ? [] : [{ sql: insertWords, params: [entry.seq, words] }]),
          ...(entry.seq < numbered ? [] : [{ sql: insertNumbers, params: [entry.seq, numberText(words)] }]),
        ];
      });
      const reached = [
        ['searched', Math.max(searched, from + count)],
        ['numbered', Math.max(numbered, from + count)],
      ] as const;
      const work = [...rows, ...reached.map((params) => ({ sql: moveOn, params }))];
      await this.#ledger.append([], work, 'later');
      taken += count;
      await wait(breatheMs, undefined, { signal }).catch(() => undefined);
    }
  }

  #reached(name: 'searched' | 'numbered'): number {
    return (
      this.#db.prepare<[string], number>('SELECT value FROM work_cursor WHERE name = ?').pluck().get(name) ??
      0
    );
  }
}

const insertWords = 'INSERT INTO work_search (rowid, words) VALUES (?, ?)';
const insertNumbers = 'INSERT INTO work_number (rowid, numbers) VALUES (?, ?)';
const moveOn = `INSERT INTO work_cursor (name, value) VALUES (?, ?)
  ON CONFLICT DO UPDATE SET value = excluded.value`;
