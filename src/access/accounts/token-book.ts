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

type Row = Omit<StandingToken, 'permissions'> & { readonly permissions: string };

const columns = 'token, account, label, permissions, made, expires, revoked';

export function tokenNamed(db: Db, token: string): StandingToken | null {
  const row = db.prepare<[string], Row>(`SELECT ${columns} FROM view_token WHERE token = ?`).get(token);
  return row === undefined ? null : standing(row);
}

/** @param after the token after which the list goes on; empty for the beginning */
export function tokenList(
  db: Db,
  {
    account,
    after,
    limit,
  }: { readonly account: string | null; readonly after: string; readonly limit: number },
): readonly StandingToken[] {
  const own = account === null ? '' : 'account = ? AND';
  const params = account === null ? [after, limit] : [account, after, limit];
  return db
    .prepare<unknown[], Row>(
      `SELECT ${columns} FROM view_token WHERE ${own} token > ? ORDER BY token LIMIT ?`,
    )
    .all(...params)
    .map(standing);
}

function standing({ permissions, ...row }: Row): StandingToken {
  // The projector wrote it: a list of texts.
  return { ...row, permissions: JSON.parse(permissions) as readonly string[] };
}
