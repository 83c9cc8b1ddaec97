import type { Db } from '../../custody/database.ts';

/** A token as it stands; its secret is nowhere. */
export interface StandingToken {
  readonly token: string;
  readonly account: string;
  readonly label: string | null;
  readonly permissions: readonly string[];
  readonly made: string;
  readonly expires: string;
  readonly revoked: string | null;
}

/** A row of `view_token`. */
export type TokenRow = Omit<StandingToken, 'permissions'> & { readonly permissions: string };

export const tokenColumns = 'token, account, label, permissions, made, expires, revoked';

export function tokenNamed(db: Db, token: string): StandingToken | null {
  const row = db
    .prepare<[string], TokenRow>(`SELECT ${tokenColumns} FROM view_token WHERE token = ?`)
    .get(token);
  return row === undefined ? null : standingToken(row);
}

export function standingToken({ permissions, ...row }: TokenRow): StandingToken {
  // The projector wrote it: a list of texts.
  return { ...row, permissions: JSON.parse(permissions) as readonly string[] };
}
