import { hash, randomBytes, randomInt } from 'node:crypto';
import type { WorkChange } from '../../custody/ledger.ts';

/** 256 random bits that nobody can guess; what is kept is its digest. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A secret of full entropy needs no slow hash. */
export function digestOf(secret: string): string {
  return hash('sha256', secret, 'hex');
}

// Without signs that look alike: it is read from a screen and typed once.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

function group(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

/** About 99 random bits in groups that can be read out. */
export function newOneTimePassword(): string {
  return Array.from({ length: 4 }, () => group(5)).join('-');
}

export function newPin(): string {
  return Array.from({ length: 6 }, () => randomInt(10)).join('');
}

/** Each stands in once for the code of a lost authenticator. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => `${group(8)}-${group(8)}`);
}

export function keepPassword(account: string, hashed: string, mustChange: boolean): WorkChange {
  return {
    sql: `INSERT INTO work_password (account, hash, must_change) VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET hash = excluded.hash, must_change = excluded.must_change`,
    params: [account, hashed, mustChange ? 1 : 0],
  };
}

export function keepPin(account: string, hashed: string): WorkChange {
  return {
    sql: 'INSERT INTO work_pin (account, hash) VALUES (?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash',
    params: [account, hashed],
  };
}

export function keepBadge(account: string, hashed: string): WorkChange {
  return {
    sql: `INSERT INTO work_badge (account, hash) VALUES (?, ?)
          ON CONFLICT (account) DO UPDATE SET hash = excluded.hash`,
    params: [account, hashed],
  };
}

export function forgetPin(account: string): WorkChange {
  return { sql: 'DELETE FROM work_pin WHERE account = ?', params: [account] };
}

export function forgetBadge(account: string): WorkChange {
  return { sql: 'DELETE FROM work_badge WHERE account = ?', params: [account] };
}

export function forgetSecondFactor(account: string): readonly WorkChange[] {
  return [
    { sql: 'DELETE FROM work_second_factor WHERE account = ?', params: [account] },
    { sql: 'DELETE FROM work_recovery_code WHERE account = ?', params: [account] },
  ];
}

export function forgetFailures(account: string): WorkChange {
  return { sql: 'DELETE FROM work_failure WHERE account = ?', params: [account] };
}
