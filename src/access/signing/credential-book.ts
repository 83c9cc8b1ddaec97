import type { Db } from '../../custody/database.ts';

/** What an authenticator of an account shares with the station. */
export interface SecondFactor {
  readonly secret: string;
  /** A code of it was seen. */
  readonly confirmed: boolean;
  readonly lastStep: number;
}

/** Secrets as the work tables have them. */
export class CredentialBook {
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db) {
    this.#sql = statements(db);
  }

  password(account: string): { readonly hash: string; readonly mustChange: boolean } | null {
    const row = this.#sql.password.get(account);
    return row === undefined ? null : { hash: row.hash, mustChange: row.must_change === 1 };
  }

  pin(account: string): string | null {
    return this.#sql.pin.get(account) ?? null;
  }

  badgeSalt(): Uint8Array | null {
    return this.#sql.badgeSalt.get() ?? null;
  }

  /** Whose badge hashes to this. */
  byBadge(hash: string): string | null {
    return this.#sql.byBadge.get(hash) ?? null;
  }

  secondFactor(account: string): SecondFactor | null {
    const row = this.#sql.secondFactor.get(account);
    if (row === undefined) return null;
    return { secret: row.secret, confirmed: row.confirmed === 1, lastStep: row.last_step };
  }

  isRecoveryCode(account: string, sha256: string): boolean {
    return this.#sql.recoveryCode.get(account, sha256) !== undefined;
  }

  /** The token whose secret has this digest. */
  tokenOf(sha256: string): string | null {
    return this.#sql.token.get(sha256) ?? null;
  }
}

function statements(db: Db) {
  return {
    password: db.prepare<[string], { hash: string; must_change: number }>(
      'SELECT hash, must_change FROM work_password WHERE account = ?',
    ),
    pin: db.prepare<[string], string>('SELECT hash FROM work_pin WHERE account = ?').pluck(),
    badgeSalt: db.prepare<[], Buffer>('SELECT salt FROM work_badge_salt').pluck(),
    byBadge: db.prepare<[string], string>('SELECT account FROM work_badge WHERE hash = ?').pluck(),
    secondFactor: db.prepare<[string], { secret: string; confirmed: number; last_step: number }>(
      'SELECT secret, confirmed, last_step FROM work_second_factor WHERE account = ?',
    ),
    recoveryCode: db
      .prepare<[string, string], number>('SELECT 1 FROM work_recovery_code WHERE account = ? AND sha256 = ?')
      .pluck(),
    token: db.prepare<[string], string>('SELECT token FROM work_token WHERE sha256 = ?').pluck(),
  };
}
