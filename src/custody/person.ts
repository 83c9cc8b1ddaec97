import type { Db } from './database.ts';

/**
 * Whether two actors are one person, as far as anybody has said: a user of the operating system is the account that an
 * administrator has linked them to. What two persons must do, one does not do under two names.
 */
export function samePerson(db: Db, one: string, other: string): boolean {
  return one === other || personBehind(db, one) === personBehind(db, other);
}

/** The account of an operating system's user who is linked to one; else the actor's own id. */
export function personBehind(db: Db, actor: string): string {
  if (!actor.startsWith('os:')) return actor;
  const sql = 'SELECT account FROM view_os_user WHERE os_user = ?';
  return db.prepare<[string], string>(sql).pluck().get(actor.slice('os:'.length)) ?? actor;
}
