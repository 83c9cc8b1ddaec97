import { createHmac, randomUUID } from 'node:crypto';
import type { AnyDraft } from '../../custody/entry.ts';
import type { SignInWay } from '../../custody/entry-kinds.ts';
import type { WorkChange } from '../../custody/ledger.ts';
import { type Account, AccountBook } from '../accounts/account-book.ts';
import { Principals } from '../accounts/principals.ts';
import type { SignedIn, SignInAnswer, SignInCookie } from '../doors.ts';
import type { Pending } from '../principal.ts';
import type { AccessRoom } from '../room.ts';
import { CredentialBook } from './credential-book.ts';
import { digestOf, newSecret } from './secrets.ts';
import { endSignIn, SignInBook, type StandingSignIn } from './sign-in-book.ts';

/** A sign of life is written down this often at most. */
const seenEveryMs = 60_000;

/** Begins, knows and ends sign-ins. The cookie's value is known to the browser alone. */
export class SignIns {
  readonly #room: AccessRoom;
  readonly #accounts: AccountBook;
  readonly #credentials: CredentialBook;
  readonly #book: SignInBook;
  readonly #principals: Principals;

  constructor(room: AccessRoom) {
    this.#room = room;
    this.#accounts = new AccountBook(room.db);
    this.#credentials = new CredentialBook(room.db);
    this.#book = new SignInBook(room.db);
    this.#principals = new Principals(room.db);
  }

  /** Lets somebody in whose secrets were right; what else changes with it is committed together. */
  async begin(
    account: Account,
    by: SignInWay,
    address: string,
    more: readonly WorkChange[],
  ): Promise<SignInAnswer> {
    const { clock, ledger } = this.#room;
    const now = clock.now();
    const value = newSecret();
    const ends = now.add({ minutes: this.#limits(by).absoluteMinutes });
    const standing: StandingSignIn = {
      credential: randomUUID(),
      account: account.account,
      by,
      seen: now.toString(),
      ends: ends.toString(),
    };
    await ledger.append([signedInDraft(standing, by, address)], [kept(standing, value), swept(now), ...more]);
    const cookie = cookieOf(value, Math.floor((ends.epochMilliseconds - now.epochMilliseconds) / 1_000));
    return { let: 'in', cookie, ...this.#signedIn(account, standing, value) };
  }

  /** Who holds this cookie; null: nobody. */
  async known(value: string, by: 'person' | 'page' = 'person'): Promise<SignedIn | null> {
    const standing = this.#book.bySecret(digestOf(value));
    if (standing === null) return null;
    const now = this.#room.clock.now();
    const account = this.#accounts.byId(standing.account);
    if (account === null || account.state !== 'active' || this.#isOver(standing, now)) return null;
    const seen = by === 'page' ? standing : await this.#alive(standing, now);
    return this.#signedIn(account, seen, value);
  }

  async end(signIn: { readonly account: string; readonly credential: string }): Promise<void> {
    const actor = { kind: 'person', id: signIn.account } as const;
    const { draft, change } = endSignIn(signIn, 'person', actor);
    await this.#room.ledger.append([draft], [change]);
  }

  #signedIn(account: Account, standing: StandingSignIn, value: string): SignedIn {
    const by = standing.by === 'password' ? 'password' : 'pin';
    const pending = by === 'password' ? this.#pending(account) : null;
    return {
      principal: this.#principals.signedIn(account, { by, id: standing.credential, pending }),
      csrf: csrfOf(value),
      ends: Temporal.Instant.from(standing.ends),
      idles: this.#idles(standing),
    };
  }

  /** A one-time password opens nothing but its own change, a role that needs two factors nothing with one. */
  #pending(account: Account): Pending | null {
    if (this.#credentials.password(account.account)?.mustChange !== false) return 'change_password';
    if (!this.#principals.needsSecondFactor(account)) return null;
    return this.#credentials.secondFactor(account.account)?.confirmed === true ? null : 'enrol_totp';
  }

  #isOver(standing: StandingSignIn, now: Temporal.Instant): boolean {
    const reached = (limit: Temporal.Instant): boolean => Temporal.Instant.compare(limit, now) <= 0;
    return reached(Temporal.Instant.from(standing.ends)) || reached(this.#idles(standing));
  }

  #idles({ seen, by }: StandingSignIn): Temporal.Instant {
    return Temporal.Instant.from(seen).add({ seconds: this.#limits(by).idleSeconds });
  }

  /** Written down seldom: a call must not wait for a commit each time. */
  async #alive(standing: StandingSignIn, now: Temporal.Instant): Promise<StandingSignIn> {
    const since = now.epochMilliseconds - Temporal.Instant.from(standing.seen).epochMilliseconds;
    const every = Math.min(seenEveryMs, (this.#limits(standing.by).idleSeconds * 1_000) / 4);
    if (since < every) return standing;
    const seen = now.toString();
    const sql = 'UPDATE work_sign_in SET seen = ? WHERE credential = ?';
    await this.#room.ledger.append([], [{ sql, params: [seen, standing.credential] }]);
    return { ...standing, seen };
  }

  #limits(by: string): { readonly idleSeconds: number; readonly absoluteMinutes: number } {
    const { idleMinutes, absoluteHours, kioskIdleSeconds, kioskMinutes } = this.#room.settings;
    return by === 'password'
      ? { idleSeconds: idleMinutes * 60, absoluteMinutes: absoluteHours * 60 }
      : { idleSeconds: kioskIdleSeconds, absoluteMinutes: kioskMinutes };
  }
}

/** Made of the cookie, so that it needs no keeping: another site can send the cookie and cannot read it. */
export function csrfOf(value: string): string {
  return createHmac('sha256', value).update('docket csrf').digest('base64url');
}

function cookieOf(value: string, maxAgeSeconds: number): SignInCookie {
  return {
    name: { secure: '__Host-docket', loopback: 'docket' },
    value,
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    maxAgeSeconds,
  };
}

function signedInDraft({ account, credential }: StandingSignIn, by: SignInWay, address: string): AnyDraft {
  return {
    type: 'account.signed_in',
    actor: { kind: 'person', id: account },
    subject: { kind: 'account', id: account },
    data: { account, credential, by },
    personal: { address },
  };
}

function kept({ credential, account, by, seen, ends }: StandingSignIn, value: string): WorkChange {
  return {
    sql: 'INSERT INTO work_sign_in (credential, sha256, account, by, seen, ends) VALUES (?, ?, ?, ?, ?, ?)',
    params: [credential, digestOf(value), account, by, seen, ends],
  };
}

function swept(now: Temporal.Instant): WorkChange {
  return { sql: 'DELETE FROM work_sign_in WHERE ends < ?', params: [now.toString()] };
}
