import type { Db } from '../../custody/database.ts';
import { type StandingCopy, ViewingBook } from '../../viewing/book.ts';

/** How the viewing copy of an original stands, for a screen. */
export type ShownViewing = StandingCopy | { readonly state: 'none' } | { readonly state: 'waiting' };

export function shownViewing(db: Db, original: string): ShownViewing {
  const book = new ViewingBook(db);
  if (book.isWaiting(original)) return { state: 'waiting' };
  return book.standing(original) ?? { state: 'none' };
}

export const viewingStates = ['made', 'failed', 'removed'] as const;

export interface ViewingFilter {
  readonly state: (typeof viewingStates)[number] | null;
  readonly limit: number;
}

/** What became of copies, the newest first. */
export function viewingList(db: Db, { state, limit }: ViewingFilter): readonly StandingCopy[] {
  return new ViewingBook(db).newest(state, limit);
}
