import { machine } from '../../custody/alarms.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import type { WorkChange } from '../../custody/ledger.ts';
import type { AccessRoom } from '../room.ts';
import { afterFailure, type Failures, type LockLimit, lockedSeconds } from './lock-out.ts';
import { digestOf } from './secrets.ts';

/** What failures are counted by: the account for one address, the account from everywhere, the address for all accounts. */
interface Counted {
  readonly key: string;
  readonly limit: LockLimit;
  /** Whose failures they are, for an administrator to unlock; null: an address's. */
  readonly account: string | null;
}

interface Row {
  readonly failures: number;
  readonly first: string;
  readonly until: string | null;
}

/** Where it was tried to come in. `name` is what was typed, whether there is such an account or not. */
export interface Attempt {
  readonly name: string;
  readonly address: string;
  readonly account: string | null;
}

/** So many failures from one address, or at one account from many, are no slips of the hand. */
const manyFailures = 50;
const dayMinutes = 1_440;

/** Locks, kept in the database so that a restart opens none. */
export class Locks {
  readonly #room: AccessRoom;
  readonly #one: import('better-sqlite3').Statement<[string], Row>;

  constructor(room: AccessRoom) {
    this.#room = room;
    this.#one = room.db.prepare('SELECT failures, first, until FROM work_failure WHERE key = ?');
  }

  /** Seconds until it may be tried again; 0: now. The same for an account that is not there. */
  seconds(attempt: Attempt): number {
    const now = this.#room.clock.now();
    return Math.max(...this.#counted(attempt).map(({ key }) => lockedSeconds(this.#failures(key), now)));
  }

  /** What one more failure enters and changes. */
  failed(attempt: Attempt): { readonly drafts: readonly AnyDraft[]; readonly work: readonly WorkChange[] } {
    const now = this.#room.clock.now();
    const after = this.#counted(attempt).map(({ key, limit, account }) => ({
      ...{ key, account },
      failures: afterFailure(this.#failures(key), limit, now),
    }));
    return {
      drafts: after.flatMap(({ failures }) => lockedDraft(attempt, failures)),
      work: [...after.map(({ key, failures, account }) => kept(key, failures, account)), this.#swept(now)],
    };
  }

  /** Somebody has come in: what was counted against the account from here, and from everywhere, is forgotten. */
  opened(attempt: Attempt): readonly WorkChange[] {
    const [here, everywhere] = this.#counted(attempt);
    return [here, everywhere].flatMap((one) =>
      one === undefined ? [] : [{ sql: 'DELETE FROM work_failure WHERE key = ?', params: [one.key] }],
    );
  }

  #counted({ name, address, account }: Attempt): readonly Counted[] {
    const { failures, lockMinutes } = this.#room.settings;
    const many = { most: manyFailures, withinMinutes: lockMinutes, lockMinutes };
    const of = (...parts: readonly string[]): string => digestOf(JSON.stringify(parts));
    return [
      {
        key: of('here', name, address),
        account,
        limit: { ...many, most: failures, withinMinutes: dayMinutes },
      },
      { key: of('account', name), account, limit: many },
      { key: of('address', address), account: null, limit: many },
    ];
  }

  #failures(key: string): Failures | null {
    const row = this.#one.get(key);
    if (row === undefined) return null;
    const { failures, first, until } = row;
    return {
      failures,
      first: Temporal.Instant.from(first),
      until: until === null ? null : Temporal.Instant.from(until),
    };
  }

  /** Whoever tries names by the million must not fill the database with them. */
  #swept(now: Temporal.Instant): WorkChange {
    const before = now.subtract({ minutes: dayMinutes + this.#room.settings.lockMinutes });
    return { sql: 'DELETE FROM work_failure WHERE first < ?', params: [before.toString()] };
  }
}

function kept(key: string, { failures, first, until }: Failures, account: string | null): WorkChange {
  return {
    sql: `INSERT INTO work_failure (key, failures, first, until, account) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET failures = excluded.failures, first = excluded.first, until = excluded.until`,
    params: [key, failures, first.toString(), until === null ? null : until.toString(), account],
  };
}

function lockedDraft({ account, address }: Attempt, { failures, until }: Failures): readonly AnyDraft[] {
  if (until === null) return [];
  return [
    {
      type: 'account.locked',
      actor: machine,
      subject: { kind: 'account', id: account ?? '–' },
      data: { account, until: until.toString(), failures },
      personal: { address },
    },
  ];
}
