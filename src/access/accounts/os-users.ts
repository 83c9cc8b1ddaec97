import type { Db } from '../../custody/database.ts';
import { personBehind } from '../../custody/person.ts';
import type { Projector } from '../../custody/projector.ts';
import { AccessError } from '../error.ts';
import type { AccessRoom, Acting } from '../room.ts';
import { AccountBook } from './account-book.ts';
import { requireAccount } from './deeds.ts';

/** As `useradd` and the domains take them. */
const osUserShape = /^[^\s:/\p{C}]{1,64}$/u;

export interface OsUserLink {
  readonly osUser: string;
  /** By name or id; null: the user is no account's any more. */
  readonly account: string | null;
}

/**
 * Says that a user of the operating system is an account. Nobody takes away or moves their own link, as whom they may
 * not approve what they asked for under the other name. Errors: `access.os_user_wrong`, `access.account_unknown`,
 * `access.own_account`.
 */
export async function linkOsUser(
  { db, ledger }: Pick<AccessRoom, 'db' | 'ledger'>,
  { osUser, account: given }: OsUserLink,
  { actor }: Acting,
): Promise<{ readonly osUser: string; readonly account: string | null }> {
  if (!osUserShape.test(osUser))
    throw new AccessError('access.os_user_wrong', { found: osUser }, { field: 'os-user' });
  const account = given === null ? null : requireAccount(new AccountBook(db), given).account;
  const before = personBehind(db, `os:${osUser}`);
  if (before === (account ?? `os:${osUser}`)) return { osUser, account };
  const standing = before.startsWith('os:') ? null : before;
  if (standing !== null && standing === personBehind(db, actor.id))
    throw new AccessError('access.own_account', { account: standing });
  const subject = { kind: 'account', id: account ?? before } as const;
  await ledger.append([{ type: 'os_user.linked', actor, subject, data: { osUser, account }, personal: {} }]);
  return { osUser, account };
}

export const osUserProjector: Projector = {
  tables: ['view_os_user'],
  prepare(db: Db) {
    const link = db.prepare(
      `INSERT INTO view_os_user (os_user, account, linked) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET account = excluded.account, linked = excluded.linked`,
    );
    const unlink = db.prepare('DELETE FROM view_os_user WHERE os_user = ?');
    return (entry) => {
      if (entry.type !== 'os_user.linked') return;
      const { osUser, account } = entry.data;
      if (account === null) unlink.run(osUser);
      else link.run(osUser, account, entry.at);
    };
  },
};

/** The users of the operating system that an account is. */
export function osUsersOf(db: Db, account: string): readonly string[] {
  const sql = 'SELECT os_user FROM view_os_user WHERE account = ? ORDER BY os_user';
  return db.prepare<[string], string>(sql).pluck().all(account);
}
