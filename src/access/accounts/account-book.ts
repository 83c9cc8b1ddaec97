import type { Db } from '../../custody/database.ts';
import type { AccountFacts } from '../../custody/entry-kinds.ts';

/** An account as it stands. */
export interface Account extends AccountFacts {
  /** By which one signs in; null where it was erased. */
  readonly name: string | null;
  readonly person: string | null;
  readonly added: string;
  readonly changed: string;
}

/** What is read of an account. */
export const accountColumns = 'account, name, person, officer, roles, units, state, added, changed';

/** A row of `view_account`. */
export interface AccountRow {
  readonly account: string;
  readonly name: string | null;
  readonly person: string | null;
  readonly officer: string | null;
  readonly roles: string;
  readonly units: string;
  readonly state: string;
  readonly added: string;
  readonly changed: string;
}

/** Accounts as the catalogue has them. */
export class AccountBook {
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db) {
    this.#sql = statements(db);
  }

  byId(account: string): Account | null {
    return found(this.#sql.byId.get(account));
  }

  /** Names are the same in capitals. */
  byName(name: string): Account | null {
    return found(this.#sql.byName.get(nameKey(name)));
  }

  /** Whose officer's number it is; null where several accounts have it. */
  byOfficer(number: string): Account | null {
    const [only, another] = this.#sql.byOfficer.all(number);
    return another === undefined ? found(only) : null;
  }

  /** An account by its id or its name. */
  meant(given: string): Account | null {
    return this.byId(given) ?? this.byName(given);
  }

  /** Where this actor is an account: the account and its name. */
  nameOf(actor: string): string | null {
    return this.byId(actor)?.name ?? null;
  }
}

/** The one way of writing a name under which it is kept. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function found(row: AccountRow | undefined): Account | null {
  return row === undefined ? null : accountOf(row);
}

export function accountOf({ roles, units, state, ...rest }: AccountRow): Account {
  return {
    ...rest,
    // The projector wrote them: lists of texts.
    roles: JSON.parse(roles) as readonly string[],
    units: JSON.parse(units) as readonly string[],
    state: state === 'active' ? 'active' : 'disabled',
  };
}

function statements(db: Db) {
  return {
    byId: db.prepare<[string], AccountRow>(`SELECT ${accountColumns} FROM view_account WHERE account = ?`),
    byName: db.prepare<[string], AccountRow>(
      `SELECT ${accountColumns} FROM view_account WHERE name = ? LIMIT 1`,
    ),
    byOfficer: db.prepare<[string], AccountRow>(
      `SELECT ${accountColumns} FROM view_account WHERE officer = ? LIMIT 2`,
    ),
  };
}
