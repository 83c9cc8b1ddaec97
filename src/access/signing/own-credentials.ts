import type { Actor } from '../../custody/entry.ts';
import { AccountBook } from '../accounts/account-book.ts';
import { credentialChanged } from '../accounts/deeds.ts';
import { AccessError } from '../error.ts';
import type { Principal } from '../principal.ts';
import type { AccessRoom } from '../room.ts';
import { CredentialBook } from './credential-book.ts';
import type { Hashing } from './hashing.ts';
import { Locks } from './locks.ts';
import { commonPasswords, type Weakness, weaknessOf } from './password-rule.ts';
import { digestOf, forgetSecondFactor, keepPassword, newRecoveryCodes } from './secrets.ts';
import { SignInBook } from './sign-in-book.ts';
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts';

const weaknessErrors = {
  short: 'access.password_short',
  long: 'access.password_long',
  listed: 'access.password_listed',
  own_word: 'access.password_own_word',
  repeats: 'access.password_repeats',
  same: 'access.password_same',
} as const satisfies Readonly<Record<Weakness | 'same', string>>;

/** What people do to their own credentials. */
export class OwnCredentials {
  readonly #room: AccessRoom;
  readonly #hashing: Hashing;
  readonly #credentials: CredentialBook;
  readonly #locks: Locks;

  constructor(room: AccessRoom, hashing: Hashing) {
    this.#room = room;
    this.#hashing = hashing;
    this.#credentials = new CredentialBook(room.db);
    this.#locks = new Locks(room);
  }

  /**
   * Ends every other sign-in of the account. A wrong present password counts as a failed sign-in: a session left open is
   * no place to guess at leisure. Errors: `access.password_wrong`, `access.password_locked`, and one for each weakness.
   */
  async changePassword(principal: Principal, present: string, next: string, address: string): Promise<void> {
    requirePassword(principal);
    const { account } = principal;
    const name = this.#names(account)[0] ?? account;
    const attempt = { name, address, account };
    await this.#room.turns.take(`sign-in ${name}`, async () => {
      const seconds = this.#locks.seconds(attempt);
      if (seconds > 0) throw new AccessError('access.password_locked', { seconds });
      if (!(await this.#hashing.matches(this.#credentials.password(account)?.hash ?? null, present))) {
        const { drafts, work } = this.#locks.failed(attempt);
        await this.#room.ledger.append(drafts, work);
        throw new AccessError('access.password_wrong', {}, { field: 'present' });
      }
      await this.#requireSound(account, present, next);
      const actor = actorOf(principal);
      const out = new SignInBook(this.#room.db).endAll(account, principal.credential, 'replaced', actor);
      const hashed = await this.#hashing.hash(next);
      await this.#room.ledger.append(
        [credentialChanged(account, 'password', 'set', actor), ...out.drafts],
        [keepPassword(account, hashed, false), ...out.work],
      );
    });
  }

  /** A new secret; a confirmed one stays until this one is confirmed too. Error: `access.factor_standing`. */
  async beginTotp(principal: Principal): Promise<{ readonly secret: string; readonly uri: string }> {
    requirePassword(principal);
    const { account } = principal;
    // Whoever finds a session open must not put their own telephone in place of the owner's.
    if (this.#credentials.secondFactor(account)?.confirmed === true)
      throw new AccessError('access.factor_standing', {});
    const secret = newTotpSecret();
    await this.#room.ledger.append(
      [],
      [
        {
          sql: `INSERT INTO work_second_factor (account, secret, confirmed, last_step) VALUES (?, ?, 0, -1)
                ON CONFLICT DO UPDATE SET secret = excluded.secret, confirmed = 0, last_step = -1`,
          params: [account, secret],
        },
      ],
    );
    const name = this.#names(account)[0] ?? account;
    return { secret, uri: totpUri(secret, this.#room.stationCode, name) };
  }

  /** Returns the recovery codes, shown once. Errors: `access.totp_wrong`, `access.factor_standing`. */
  async confirmTotp(principal: Principal, code: string): Promise<readonly string[]> {
    requirePassword(principal);
    const { account } = principal;
    const factor = this.#credentials.secondFactor(account);
    if (factor?.confirmed === true) throw new AccessError('access.factor_standing', {});
    const now = this.#room.clock.now();
    const step = factor === null ? null : stepOfCode(factor.secret, code, now, factor.lastStep);
    if (factor === null || step === null) throw new AccessError('access.totp_wrong', {}, { field: 'code' });
    const codes = newRecoveryCodes();
    const { secret } = factor;
    await this.#room.ledger.append(
      [credentialChanged(account, 'second_factor', 'set', actorOf(principal))],
      [
        ...forgetSecondFactor(account),
        {
          sql: 'INSERT INTO work_second_factor (account, secret, confirmed, last_step) VALUES (?, ?, 1, ?)',
          params: [account, secret, step],
        },
        ...codes.map((one) => ({
          sql: 'INSERT INTO work_recovery_code (account, sha256) VALUES (?, ?)',
          params: [account, digestOf(one)],
        })),
      ],
    );
    return codes;
  }

  async #requireSound(account: string, present: string, next: string): Promise<void> {
    const { settings, stationCode } = this.#room;
    const shortest = settings.shortestPassword;
    const words = [...this.#names(account), stationCode, 'docket', '采集站', '执法记录仪'];
    const listed = await commonPasswords();
    const weakness = next === present ? 'same' : weaknessOf(next, shortest, words, listed);
    if (weakness !== null) throw new AccessError(weaknessErrors[weakness], { shortest }, { field: 'next' });
  }

  #names(account: string): readonly string[] {
    const found = new AccountBook(this.#room.db).byId(account);
    return [found?.name, found?.person, found?.officer].filter((one) => typeof one === 'string');
  }
}

/** A PIN or a token changes no credentials. */
function requirePassword({ by }: Principal): void {
  if (by !== 'password') throw new AccessError('access.needs_password', {});
}

function actorOf({ account }: Principal): Actor {
  return { kind: 'person', id: account };
}
