import { machine } from '../custody/alarms.ts';
import type { Ledger } from '../custody/ledger.ts';
import type { ViewingBook } from './book.ts';
import { removedDraft } from './drafts.ts';
import type { ViewingStore } from './store.ts';

/**
 * Copies that the ledger knows and the disk has not, as after a restore (no backup holds them), or that are not whole:
 * each is taken out of the books and queued, so that it is made again.
 */
export async function settleLost(
  { ledger }: { readonly ledger: Ledger },
  book: ViewingBook,
  store: ViewingStore,
): Promise<void> {
  for (const made of book.made()) {
    const files = [made.name, ...made.pictures.map(({ name }) => name)];
    if (files.every((name) => store.has(made, name))) continue;
    const { original, evidence } = made;
    const sql = 'INSERT INTO work_viewing (original, evidence) VALUES (?, ?) ON CONFLICT DO NOTHING';
    const again = book.isGone(original) ? [] : [{ sql, params: [original, evidence] }];
    await ledger.append([removedDraft(made, 'lost', machine)], again);
    await store.remove(made);
  }
}
