import type { Db } from './database.ts';
import { CustodyError } from './error.ts';

/**
 * Whether two actors are one person, as far as anybody has said: a user of the operating system is the account that an
 * administrator has linked them to. What two persons must do, one does not do under two names.
 */
export function samePerson(db: Db, one: string, other: string): boolean {
  return one === other || personBehind(db, one) === personBehind(db, other);
}

/**
 * Two names that nobody has linked may be one human: where there are accounts, a user of the operating system who is none
 * of them is neither of the two persons that an act needs. Error: `custody.os_user_unlinked`.
 */
export function requireTwoPersons(db: Db, ...actors: readonly string[]): void {
  const unlinked = actors.find((one) => personBehind(db, one).startsWith('os:'));
  if (unlinked === undefined || !hasAccounts(db)) return;
  const osUser = unlinked.slice('os:'.length);
  throw new CustodyError('custody.os_user_unlinked', { osUser });
}

function hasAccounts(db: Db): boolean {
  return db.prepare<[], number>('SELECT 1 FROM view_account LIMIT 1').pluck().get() !== undefined;
}

/** The account of an operating system's user who is linked to one; else the actor's own id. */
export function personBehind(db: Db, actor: string): string {
  if (!actor.startsWith('os:')) return actor;
  const sql = 'SELECT account FROM view_os_user WHERE os_user = ?';
  return db.prepare<[string], string>(sql).pluck().get(actor.slice('os:'.length)) ?? actor;
}
