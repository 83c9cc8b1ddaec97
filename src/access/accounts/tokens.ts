import { AccessError } from '../error.ts';
import { isPermission } from '../permissions.ts';
import { type AccessRoom, type Acting, nextId } from '../room.ts';
import { digestOf, newSecret } from '../signing/secrets.ts';
import { AccountBook } from './account-book.ts';
import { requireAccount } from './deeds.ts';
import { Principals } from './principals.ts';
import { tokenNamed } from './token-book.ts';

export interface TokenWish {
  readonly account: string;
  readonly permissions: readonly string[];
  readonly days: number;
  readonly label: string;
}

/**
 * A token for a program: at most what its account may now, and at no time more than it may then. Returns the secret,
 * shown once. Errors: `access.account_unknown`, `access.token_beyond`, `access.token_long`.
 */
export async function makeToken(
  room: AccessRoom,
  wish: TokenWish,
  { actor }: Acting,
): Promise<{ readonly token: string; readonly secret: string; readonly expires: string }> {
  const { db, stationCode, clock, ledger, turns } = room;
  const account = requireMakeable(room, wish);
  return await turns.take('tokens', async () => {
    const token = nextId(db, stationCode, 'T', 'view_token');
    // The prefix lets scanners for lost secrets know it.
    const secret = `docket_${newSecret()}`;
    const expires = clock
      .now()
      .add({ hours: 24 * wish.days })
      .toString();
    const { permissions, label } = wish;
    const data = { token, account, permissions, expires };
    const subject = { kind: 'token', id: token } as const;
    const keep = {
      sql: 'INSERT INTO work_token (token, sha256) VALUES (?, ?)',
      params: [token, digestOf(secret)],
    };
    await ledger.append([{ type: 'token.made', actor, subject, data, personal: { label } }], [keep]);
    return { token, secret, expires };
  });
}

function requireMakeable(
  { db, settings }: AccessRoom,
  { account: given, permissions, days }: TokenWish,
): string {
  const account = requireAccount(new AccountBook(db), given);
  const may = new Principals(db).permissions(account);
  const beyond = permissions.find((one) => !isPermission(one) || !may.has(one));
  if (beyond !== undefined || permissions.length === 0) {
    const allowed = [...may].join(' | ') || '–';
    const params = { account: account.account, found: beyond ?? '–', allowed };
    throw new AccessError('access.token_beyond', params, { field: 'permission' });
  }
  if (days > settings.tokenDays)
    throw new AccessError('access.token_long', { found: days, most: settings.tokenDays }, { field: 'days' });
  return account.account;
}

/** One that is revoked already stays so. Error: `access.token_unknown`. */
export async function revokeToken(
  { db, ledger }: Pick<AccessRoom, 'db' | 'ledger'>,
  token: string,
  { actor }: Acting,
): Promise<void> {
  const found = tokenNamed(db, token);
  if (found === null) throw new AccessError('access.token_unknown', { found: token }, { field: 'TOKEN' });
  if (found.revoked !== null) return;
  const subject = { kind: 'token', id: token } as const;
  await ledger.append(
    [{ type: 'token.revoked', actor, subject, data: { token, account: found.account }, personal: {} }],
    [{ sql: 'DELETE FROM work_token WHERE token = ?', params: [token] }],
  );
}
