import type { Db } from '../custody/database.ts';
import type { Finder } from '../deadlines/missing/missing.ts';
import { spanWords } from '../texts/units.ts';

/**
 * Entries never go back in time: after a clock that was ahead was put back, every new one bears the time of the newest
 * until the clock has come up to it.
 */
export interface LedgerAhead {
  /** How far the newest entry lies ahead of the clock. */
  readonly seconds: number;
  /** The first entry whose time has not come yet. */
  readonly since: number;
  /** RFC 3339: the time that new entries bear until then. */
  readonly until: string;
}

/** A clock is moved by less than this when it is synchronised. */
const toleratedSeconds = 5;

/** Null where the ledger is not ahead of this clock. */
export function ledgerAhead(db: Db, now: Temporal.Instant): LedgerAhead | null {
  const until = db.prepare<[], string | null>('SELECT max(at) FROM view_entry').pluck().get() ?? null;
  if (until === null) return null;
  const seconds = Math.floor(Temporal.Instant.from(until).since(now).total('seconds'));
  if (seconds < toleratedSeconds) return null;
  const first = db
    .prepare<[string], number>('SELECT seq FROM view_entry WHERE at > ? ORDER BY at, seq LIMIT 1')
    .pluck();
  // Compared as text, as the ledger's writer does: all of them are in UTC with three digits.
  return { seconds, since: first.get(now.toString({ fractionalSecondDigits: 3 })) ?? 0, until };
}

/** Tells persons that the clock was put back: until it has caught up, no entry says when anything was done. */
export class LedgerTime implements Finder {
  readonly code = 'ledger_ahead';
  readonly severity = 'warning';
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  page(_after: string, now: Temporal.Instant): ReturnType<Finder['page']> {
    const ahead = ledgerAhead(this.#db, now);
    const missing =
      ahead === null ? [] : [{ about: aboutLedger, params: { ...ahead, length: spanWords(ahead.seconds) } }];
    return { missing, next: null };
  }

  stands(_about: string, now: Temporal.Instant): boolean {
    return ledgerAhead(this.#db, now) !== null;
  }
}

const aboutLedger = 'ledger';
