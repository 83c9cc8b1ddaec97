import { timingSafeEqual } from 'node:crypto';
import { machine } from '../../custody/alarms.ts';
import type { SignInFault, SignInWay } from '../../custody/entry-kinds.ts';
import type { WorkChange } from '../../custody/ledger.ts';
import { type Account, AccountBook, nameKey } from '../accounts/account-book.ts';
import { Principals } from '../accounts/principals.ts';
import { tokenNamed } from '../accounts/token-book.ts';
import type { Doors, SignedIn, SignInAnswer } from '../doors.ts';
import { isPermission } from '../permissions.ts';
import type { Principal } from '../principal.ts';
import type { AccessRoom } from '../room.ts';
import { badgeSalt } from './badge-salt.ts';
import { CredentialBook } from './credential-book.ts';
import type { Hashing } from './hashing.ts';
import { type Attempt, Locks } from './locks.ts';
import { OwnCredentials } from './own-credentials.ts';
import { digestOf, keepPassword } from './secrets.ts';
import { SignIns } from './sign-ins.ts';
import { stepOfCode } from './totp.ts';

const refused: SignInAnswer = { let: 'out', because: 'refused' };

/** What failures by badge are counted under; nobody’s name has such a character. */
const badgeAttempts = '\u0000badge';

/** The doors of this station. */
export class StationDoors implements Doors {
  readonly #room: AccessRoom;
  readonly #hashing: Hashing;
  readonly #accounts: AccountBook;
  readonly #credentials: CredentialBook;
  readonly #locks: Locks;
  readonly #signIns: SignIns;
  readonly #principals: Principals;
  readonly #own: OwnCredentials;

  constructor(room: AccessRoom, hashing: Hashing) {
    this.#room = room;
    this.#hashing = hashing;
    this.#accounts = new AccountBook(room.db);
    this.#credentials = new CredentialBook(room.db);
    this.#locks = new Locks(room);
    this.#signIns = new SignIns(room);
    this.#principals = new Principals(room.db);
    this.#own = new OwnCredentials(room, hashing);
  }

  async signIn(name: string, password: string, totp: string | null, address: string): Promise<SignInAnswer> {
    const account = this.#accounts.byName(name);
    const attempt = attemptOf(name, address, account);
    return await this.#guarded(attempt, async () => {
      const kept = account === null ? null : this.#credentials.password(account.account);
      const fits = await this.#hashing.matches(kept?.hash ?? null, password);
      const fault = faultOf(account, kept !== null, fits);
      if (account === null || kept === null || fault !== null)
        return await this.#failed(attempt, 'password', fault ?? 'unknown');
      const factor = this.#credentials.secondFactor(account.account);
      if (factor?.confirmed === true && totp === null) return { let: 'out', because: 'totp_needed' };
      const used = factor?.confirmed === true ? this.#codeUsed(account.account, totp ?? '') : [];
      if (used === null) return await this.#failed(attempt, 'password', 'wrong_code');
      const stronger = await this.#rehashed(account.account, password, kept);
      const opened = this.#locks.opened(attempt);
      return await this.#signIns.begin(account, 'password', address, [...opened, ...used, ...stronger]);
    });
  }

  async signInByPin(name: string, pin: string, address: string): Promise<SignInAnswer> {
    const account = this.#accounts.byName(name) ?? this.#accounts.byOfficer(name);
    const attempt = attemptOf(name, address, account);
    return await this.#guarded(attempt, async () => {
      const kept = account === null ? null : this.#credentials.pin(account.account);
      const fits = await this.#hashing.matches(kept, pin);
      const fault = faultOf(account, kept !== null, fits);
      if (account === null || fault !== null) return await this.#failed(attempt, 'pin', fault ?? 'unknown');
      return await this.#signIns.begin(account, 'pin', address, this.#locks.opened(attempt));
    });
  }

  /** Failures count against the kiosk, since nobody can tell whose badge it was. */
  async signInByBadge(badge: string, address: string): Promise<SignInAnswer> {
    const unknown: Attempt = { name: badgeAttempts, address, account: null };
    return await this.#guarded(unknown, async () => {
      const hashed = await this.#hashing.hash(badge, await badgeSalt(this.#room));
      const owner = this.#credentials.byBadge(hashed);
      const account = owner === null ? null : this.#accounts.byId(owner);
      const fault = faultOf(account, true, true);
      if (account === null || fault !== null)
        return await this.#failed({ ...unknown, account: owner }, 'badge', fault ?? 'unknown');
      return await this.#signIns.begin(account, 'badge', address, this.#locks.opened(unknown));
    });
  }

  async session(cookie: string): Promise<SignedIn | null> {
    return await this.#signIns.known(cookie);
  }

  async token(bearer: string): Promise<Principal | null> {
    const id = this.#credentials.tokenOf(digestOf(bearer));
    const token = id === null ? null : tokenNamed(this.#room.db, id);
    if (token === null || token.revoked !== null) return null;
    const now = this.#room.clock.now();
    if (Temporal.Instant.compare(Temporal.Instant.from(token.expires), now) <= 0) return null;
    const account = this.#accounts.byId(token.account);
    if (account === null || account.state !== 'active') return null;
    return this.#principals.withToken(account, token.token, new Set(token.permissions.filter(isPermission)));
  }

  csrfMatches({ csrf }: SignedIn, given: string): boolean {
    const [expected, found] = [digestOf(csrf), digestOf(given)];
    return timingSafeEqual(Buffer.from(expected), Buffer.from(found));
  }

  async signOut(principal: Principal): Promise<void> {
    await this.#signIns.end(principal);
  }

  async changePassword(principal: Principal, present: string, next: string, address: string): Promise<void> {
    await this.#own.changePassword(principal, present, next, address);
  }

  async beginTotp(principal: Principal): Promise<{ readonly secret: string; readonly uri: string }> {
    return await this.#own.beginTotp(principal);
  }

  async confirmTotp(principal: Principal, code: string): Promise<readonly string[]> {
    return await this.#own.confirmTotp(principal, code);
  }

  /** Attempts of one name from one address go one after the other: a hundred at once are a hundred, not one. */
  async #guarded(attempt: Attempt, action: () => Promise<SignInAnswer>): Promise<SignInAnswer> {
    return await this.#room.turns.take(`sign-in ${attempt.name}`, async () => {
      const seconds = this.#locks.seconds(attempt);
      if (seconds > 0) return { let: 'out', because: 'locked', retryAfterSeconds: seconds };
      return await action();
    });
  }

  async #failed(attempt: Attempt, by: SignInWay, because: SignInFault): Promise<SignInAnswer> {
    const { account, address } = attempt;
    return await this.#room.turns.take('sign-in failures', async () => {
      const { drafts, work } = this.#locks.failed(attempt);
      await this.#room.ledger.append(
        [
          {
            type: 'account.sign_in_failed',
            actor: machine,
            subject: { kind: 'account', id: account ?? '–' },
            data: { account, by, because },
            personal: { address },
          },
          ...drafts,
        ],
        work,
      );
      return refused;
    });
  }

  /** What taking a code changes; null where it is none: neither the authenticator's nor one for its loss. */
  #codeUsed(account: string, code: string): readonly WorkChange[] | null {
    const factor = this.#credentials.secondFactor(account);
    if (factor === null) return null;
    const step = stepOfCode(factor.secret, code, this.#room.clock.now(), factor.lastStep);
    if (step !== null)
      return [
        { sql: 'UPDATE work_second_factor SET last_step = ? WHERE account = ?', params: [step, account] },
      ];
    const sha256 = digestOf(code.trim().toLowerCase());
    if (!this.#credentials.isRecoveryCode(account, sha256)) return null;
    return [
      { sql: 'DELETE FROM work_recovery_code WHERE account = ? AND sha256 = ?', params: [account, sha256] },
    ];
  }

  /** A hash of fewer parameters than are asked for now is made anew while the password is at hand. */
  async #rehashed(
    account: string,
    password: string,
    { hash, mustChange }: { readonly hash: string; readonly mustChange: boolean },
  ): Promise<readonly WorkChange[]> {
    if (!this.#hashing.isWeaker(hash)) return [];
    return [keepPassword(account, await this.#hashing.hash(password), mustChange)];
  }
}

function attemptOf(name: string, address: string, account: Account | null): Attempt {
  return { name: nameKey(name), address, account: account?.account ?? null };
}

function faultOf(account: Account | null, hasCredential: boolean, fits: boolean): SignInFault | null {
  if (account === null) return 'unknown';
  if (account.state !== 'active') return 'disabled';
  if (!hasCredential) return 'no_credential';
  return fits ? null : 'wrong';
}
