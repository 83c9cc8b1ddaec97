import { randomBytes } from 'node:crypto';
import type { AccessRoom } from '../room.ts';
import { CredentialBook } from './credential-book.ts';

/** The one salt of the station's badges, made where there is none yet. */
export async function badgeSalt({ db, ledger }: Pick<AccessRoom, 'db' | 'ledger'>): Promise<Uint8Array> {
  const book = new CredentialBook(db);
  const standing = book.badgeSalt();
  if (standing !== null) return standing;
  const salt = randomBytes(16);
  const sql = 'INSERT INTO work_badge_salt (one, salt) VALUES (1, ?) ON CONFLICT DO NOTHING';
  await ledger.append([], [{ sql, params: [salt] }]);
  return book.badgeSalt() ?? salt;
}
