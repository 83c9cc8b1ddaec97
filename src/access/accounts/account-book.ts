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

interface Row {
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
    return accountOf(this.#sql.byId.get(account));
  }

  /** Names are the same in capitals. */
  byName(name: string): Account | null {
    return accountOf(this.#sql.byName.get(nameKey(name)));
  }

  /** Whose officer's number it is; null where several accounts have it. */
  byOfficer(number: string): Account | null {
    const [only, another] = this.#sql.byOfficer.all(number);
    return another === undefined ? accountOf(only) : null;
  }

  /** An account by its id or its name. */
  meant(given: string): Account | null {
    return this.byId(given) ?? this.byName(given);
  }

  /** @param after the account after which the list goes on; empty for the beginning */
  list(after: string, limit: number): readonly Account[] {
    return this.#sql.list.all(after, limit).flatMap((row) => accountOf(row) ?? []);
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

function accountOf(row: Row | undefined): Account | null {
  if (row === undefined) return null;
  const { roles, units, state, ...rest } = row;
  return {
    ...rest,
    // The projector wrote them: lists of texts.
    roles: JSON.parse(roles) as readonly string[],
    units: JSON.parse(units) as readonly string[],
    state: state === 'active' ? 'active' : 'disabled',
  };
}

function statements(db: Db) {
  const columns = 'account, name, person, officer, roles, units, state, added, changed';
  return {
    byId: db.prepare<[string], Row>(`SELECT ${columns} FROM view_account WHERE account = ?`),
    byName: db.prepare<[string], Row>(`SELECT ${columns} FROM view_account WHERE name = ? LIMIT 1`),
    byOfficer: db.prepare<[string], Row>(`SELECT ${columns} FROM view_account WHERE officer = ? LIMIT 2`),
    list: db.prepare<[string, number], Row>(
      `SELECT ${columns} FROM view_account WHERE account > ? ORDER BY account LIMIT ?`,
    ),
  };
}
