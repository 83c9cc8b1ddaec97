import { openWriting } from '../../../../src/custody/database.ts';
import { ledgerSize } from '../../../../src/custody/ledger-tiles.ts';
import { entriesAt } from '../../../../src/station/catalogue/entries.ts';
import { numberText } from '../../../../src/station/catalogue/entry-numbers.ts';
import { searchText } from '../../../../src/station/catalogue/entry-search.ts';

const atOnce = 20_000;

/**
 * Brings a station that an earlier version made to today's schema, and its index of numbers to the end of the ledger: the daemon does
 * both too, but in lots that leave the ledger's thread free, and would be at it for half an hour while it is asked. Goes on where
 * it was broken off.
 */
export function takeUpNumbers(database: string, say: (line: string) => void): void {
  const db = openWriting(database);
  try {
    const reached = db.prepare<[], number>(`SELECT value FROM work_cursor WHERE name = 'numbered'`).pluck();
    const insert = db.prepare('INSERT INTO work_number (rowid, numbers) VALUES (?, ?)');
    const move = db.prepare(
      `INSERT INTO work_cursor (name, value) VALUES ('numbered', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
    );
    const size = ledgerSize(db);
    for (let from = reached.get() ?? 0; from < size; from += atOnce) {
      const places = Array.from({ length: Math.min(atOnce, size - from) }, (_, i) => from + i);
      db.transaction(() => {
        for (const entry of entriesAt(db, places)) insert.run(entry.seq, numberText(searchText(entry)));
        move.run(from + places.length);
      })();
      if (from % (50 * atOnce) === 0)
        say(`numbers of ${from + places.length} of ${size} entries are indexed`);
    }
  } finally {
    db.close();
  }
}
