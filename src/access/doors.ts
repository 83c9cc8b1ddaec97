import type { Principal } from './principal.ts';

/** What the browser keeps, as data: whoever speaks HTTP sets it as a cookie. */
export interface SignInCookie {
  /** `__Host-` binds it to this host, the whole path and TLS; without TLS (loopback alone) browsers refuse that prefix. */
  readonly name: { readonly secure: string; readonly loopback: string };
  /** 256 random bits, base64url. Only its SHA-256 is kept. */
  readonly value: string;
  readonly httpOnly: true;
  readonly sameSite: 'strict';
  readonly path: '/';
  /** Until the absolute limit. */
  readonly maxAgeSeconds: number;
}

/** Somebody is signed in. `csrf` must come back in a header of every call that changes something. */
export interface SignedIn {
  readonly principal: Principal;
  readonly csrf: string;
  /** When it ends whatever is done, and when it ends without another call. */
  readonly ends: Temporal.Instant;
  readonly idles: Temporal.Instant;
}

export type SignInAnswer =
  | ({ readonly let: 'in'; readonly cookie: SignInCookie } & SignedIn)
  /** The password was right; the second factor must come with it in another call. */
  | { readonly let: 'out'; readonly because: 'totp_needed' }
  /** One answer for whatever was wrong: an unknown account, a disabled one, a wrong password or code. */
  | { readonly let: 'out'; readonly because: 'refused' }
  /** Too many failures, whether there is such an account or not. */
  | { readonly let: 'out'; readonly because: 'locked'; readonly retryAfterSeconds: number };

/** The doors to the station for everybody who does not own its data folder. Errors are `AccessError` alone. */
export interface Doors {
  /**
   * @param totp six digits, or a recovery code, or null
   * @param address from where; failures are counted by it
   */
  signIn(account: string, password: string, totp: string | null, address: string): Promise<SignInAnswer>;
  /**
   * At the kiosk: a short sign-in that opens an officer's own tagging and justifying and nothing else.
   * @param account its name, or the number of the officer whose only account it is
   */
  signInByPin(account: string, pin: string, address: string): Promise<SignInAnswer>;
  signInByBadge(badge: string, address: string): Promise<SignInAnswer>;
  /** Who holds this cookie; null: nobody (unknown, ended, idle, disabled meanwhile). Counts as a sign of life. */
  session(cookie: string): Promise<SignedIn | null>;
  /** Who holds this token; null: nobody (unknown, expired, revoked, account disabled). */
  token(bearer: string): Promise<Principal | null>;
  /** Whether the token of a form or header is this sign-in's. Takes the same time whatever was sent. */
  csrfMatches(signedIn: SignedIn, given: string): boolean;
  signOut(principal: Principal): Promise<void>;
  /** Ends every other sign-in of the account. Errors: `access.password_wrong`, `access.password_locked`, and one for each weakness of the new one. */
  changePassword(principal: Principal, present: string, next: string, address: string): Promise<void>;
  /** A new secret for an authenticator; it counts once `confirmTotp` has seen a code of it. */
  beginTotp(principal: Principal): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Returns the recovery codes, shown once. Error: `access.totp_wrong`. */
  confirmTotp(principal: Principal, code: string): Promise<readonly string[]>;
}
