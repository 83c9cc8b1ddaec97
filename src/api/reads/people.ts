import { AccountBook } from '../../access/accounts/account-book.ts';
import type { Db } from '../../custody/database.ts';

/** What the accounts that are named are called; without those that nobody knows. */
export function peopleOf(db: Db, accounts: readonly (string | null)[]): Readonly<Record<string, string>> {
  const book = new AccountBook(db);
  return Object.fromEntries(
    [...new Set(accounts)].flatMap((id) => {
      const found = id === null ? null : book.byId(id);
      const called = found?.person ?? found?.name;
      return id === null || called === undefined || called === null ? [] : [[id, called]];
    }),
  );
}
