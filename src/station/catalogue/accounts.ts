import {
  type Account,
  type AccountRow,
  accountColumns,
  accountOf,
} from '../../access/accounts/account-book.ts';
import {
  type StandingToken,
  standingToken,
  type TokenRow,
  tokenColumns,
} from '../../access/accounts/token-book.ts';
import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from './conditions.ts';
import type { ListPage } from './list-page.ts';
import type { Condition } from './visible.ts';

export interface AccountFilter extends ListPage {
  readonly state?: string | null;
  readonly role?: string | null;
  /** Whose scope names this unit. */
  readonly unit?: string | null;
  readonly officer?: string | null;
}

/** Accounts by their ids. */
export function accountList(
  db: Db,
  filter: AccountFilter,
): { readonly accounts: readonly Account[]; readonly next: string | null } {
  const { sql, parameters } = accountRows(filter);
  const found = db.prepare<unknown[], AccountRow>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ account }) => account);
  return { accounts: rows.map(accountOf), next };
}

export function accountRows(filter: AccountFilter): Condition {
  const { state = null, role = null, unit = null, officer = null, after, limit, descending } = filter;
  const conditions = new Conditions()
    .add(descending ? 'account < ?' : 'account > ?', after)
    .add('state = ?', state)
    .add('officer = ?', officer)
    .add('EXISTS (SELECT 1 FROM json_each(roles) WHERE value = ?)', role)
    .add('EXISTS (SELECT 1 FROM json_each(units) WHERE value = ?)', unit);
  return {
    sql: `SELECT ${accountColumns} FROM view_account${conditions.where}
      ORDER BY account${descending ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

export interface TokenFilter extends ListPage {
  readonly account: string | null;
  /** Only those that open something still, at this moment; null: all. */
  readonly valid: Temporal.Instant | null;
}

/** Tokens by their ids. */
export function tokenList(
  db: Db,
  filter: TokenFilter,
): { readonly tokens: readonly StandingToken[]; readonly next: string | null } {
  const { sql, parameters } = tokenRows(filter);
  const found = db.prepare<unknown[], TokenRow>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ token }) => token);
  return { tokens: rows.map(standingToken), next };
}

export function tokenRows({ account, valid, after, limit, descending }: TokenFilter): Condition {
  const conditions = new Conditions()
    .add('account = ?', account)
    .add(descending ? 'token < ?' : 'token > ?', after)
    .add('(revoked IS NULL AND expires > ?)', valid?.toString() ?? null);
  return {
    sql: `SELECT ${tokenColumns} FROM view_token${conditions.where}
      ORDER BY token${descending ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}
