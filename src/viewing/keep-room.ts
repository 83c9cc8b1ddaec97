import { machine } from '../custody/alarms.ts';
import type { ViewingBook } from './book.ts';
import { removedDraft } from './drafts.ts';
import type { ViewingRoom } from './room.ts';
import type { ViewingStore } from './store.ts';

type Keeping = Pick<ViewingRoom, 'ledger' | 'limitBytes' | 'reserveBytes'> & {
  readonly book: ViewingBook;
  readonly store: ViewingStore;
};

/** Takes away what nobody has watched for longest while the store is over its limit. @param butNot just made */
export async function keepLimit(keeping: Keeping, butNot: string): Promise<void> {
  while (keeping.book.counts().bytes > keeping.limitBytes) if (!(await removeOldest(keeping, butNot))) return;
}

/**
 * Whether so many bytes can be written without touching what intake needs; where not, older copies make room as far as
 * there are any.
 */
export async function makeRoom(keeping: Keeping, bytes: number, butNot: string): Promise<boolean> {
  const { store, book, reserveBytes } = keeping;
  // Where all copies together would not do, none goes in vain.
  if ((await store.freeBytes()) + book.counts().bytes < reserveBytes + bytes) return false;
  while ((await store.freeBytes()) < reserveBytes + bytes)
    if (!(await removeOldest(keeping, butNot))) return false;
  return true;
}

async function removeOldest({ book, store, ledger }: Keeping, butNot: string): Promise<boolean> {
  const oldest = book.longestAgo(butNot);
  if (oldest === null) return false;
  await ledger.append([removedDraft(oldest.said, 'room', machine)]);
  await store.remove(oldest.said);
  return true;
}
