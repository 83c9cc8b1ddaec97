import type { Db } from '../../custody/database.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import type { Permission } from '../permissions.ts';
import { ownAlone, type Pending, type Principal, type Scope, scopeOf, within } from '../principal.ts';
import { kioskGrants } from '../roles.ts';
import type { Account } from './account-book.ts';
import { RoleBook } from './role-book.ts';
import { unitsBelow } from './unit-tree.ts';

/** By what somebody is known here. */
export interface Credential {
  readonly by: Principal['by'];
  readonly id: string;
  readonly pending: Pending | null;
}

/**
 * Makes principals of accounts as they stand at this moment: a role taken away counts at the next call. Whatever proves
 * who somebody is ends here with an account; one who is known to another house alone (OpenID Connect) needs one too,
 * since its id is the ledger's actor.
 */
export class Principals {
  readonly #db: Db;
  readonly #roles: RoleBook;
  readonly #registers: RegisterBook;

  constructor(db: Db) {
    this.#db = db;
    this.#roles = new RoleBook(db);
    this.#registers = new RegisterBook(db);
  }

  /** Signed in by password, or at the kiosk, where an officer's own tagging and justifying is all that opens. */
  signedIn(account: Account, credential: Credential): Principal {
    const scope = this.#scope(account);
    const atKiosk = credential.by === 'pin';
    const kiosk = new Set(Object.keys(kioskGrants) as Permission[]);
    const open = atKiosk ? ownAlone(within(scope, kiosk)) : scope;
    return principal(account, credential, credential.pending === null ? open : new Map());
  }

  /** A program with a token: what the token names, as far as its account may it still. */
  withToken(account: Account, token: string, permissions: ReadonlySet<Permission>): Principal {
    const scope = within(this.#scope(account), permissions);
    return principal(account, { by: 'token', id: token, pending: null }, scope);
  }

  /** What an account may. */
  permissions(account: Account): ReadonlySet<Permission> {
    return new Set(this.#scope(account).keys());
  }

  needsSecondFactor({ roles }: Account): boolean {
    return this.#roles.those(roles).some(({ secondFactor }) => secondFactor);
  }

  #scope({ roles, units, officer }: Account): Scope {
    // An account without units of its own belongs where its officer does.
    const row = officer === null ? null : this.#registers.row('officers', officer);
    const own = units.length > 0 || row === null ? units : [row.values['unit'] ?? []].flat();
    const granted = this.#roles.those(roles).map(({ grants }) => grants);
    return scopeOf(granted, unitsBelow(this.#db, own));
  }
}

function principal(account: Account, credential: Credential, scope: Scope): Principal {
  return {
    account: account.account,
    name: account.name,
    person: account.person,
    roles: account.roles,
    permissions: new Set(scope.keys()),
    scope,
    officer: account.officer,
    by: credential.by,
    credential: credential.id,
    pending: credential.pending,
  };
}
