import type { Db } from '../../custody/database.ts';
import type { Actor, AnyDraft } from '../../custody/entry.ts';
import type { SignOutCause } from '../../custody/entry-kinds.ts';
import type { WorkChange } from '../../custody/ledger.ts';
import type { Prepared } from '../accounts/prepared.ts';

/** Somebody who has signed in and not been signed out. */
export interface StandingSignIn {
  readonly credential: string;
  readonly account: string;
  readonly by: string;
  readonly seen: string;
  readonly ends: string;
}

/** Who is signed in, as the work tables have it. */
export class SignInBook {
  readonly #bySecret: import('better-sqlite3').Statement<[string], StandingSignIn>;
  readonly #ofAccount: import('better-sqlite3').Statement<[string], string>;

  constructor(db: Db) {
    this.#bySecret = db.prepare(
      'SELECT credential, account, by, seen, ends FROM work_sign_in WHERE sha256 = ?',
    );
    this.#ofAccount = db
      .prepare<[string], string>('SELECT credential FROM work_sign_in WHERE account = ? ORDER BY credential')
      .pluck();
  }

  bySecret(sha256: string): StandingSignIn | null {
    return this.#bySecret.get(sha256) ?? null;
  }

  /** Ends every sign-in of an account but one. */
  endAll(account: string, but: string | null, because: SignOutCause, actor: Actor): Prepared<null> {
    const ending = this.#ofAccount.all(account).filter((one) => one !== but);
    const ended = ending.map((credential) => endSignIn({ account, credential }, because, actor));
    return {
      drafts: ended.map(({ draft }) => draft),
      work: ended.map(({ change }) => change),
      answer: null,
    };
  }
}

export function endSignIn(
  { account, credential }: { readonly account: string; readonly credential: string },
  because: SignOutCause,
  actor: Actor,
): { readonly draft: AnyDraft; readonly change: WorkChange } {
  return {
    draft: {
      type: 'account.signed_out',
      actor,
      subject: { kind: 'account', id: account },
      data: { account, credential, because },
      personal: {},
    },
    change: { sql: 'DELETE FROM work_sign_in WHERE credential = ?', params: [credential] },
  };
}
