import { VaultError } from '../errors.ts';
import { fromHttpDate } from './js-date.ts';

/** Locks are dates: a store whose clock is wrong lets them end at another time than the ledger says. */
const toleranceSeconds = 300;

/** What the store's answers say of its clock, each of which carries the time. */
export class ServerClock {
  #aheadSeconds: number | null = null;

  hear(date: string | undefined): void {
    const said = date === undefined ? null : fromHttpDate(date);
    if (said === null) return;
    this.#aheadSeconds = Math.round(said.since(Temporal.Now.instant()).total('seconds'));
  }

  /** Seconds by which the store's clock is ahead of this machine's; null while it has said nothing. */
  get aheadSeconds(): number | null {
    return this.#aheadSeconds;
  }

  /** Error: `vault.store_clock`. */
  require(store: string): void {
    const wrong = this.wrongBy(store);
    if (wrong !== null) throw wrong;
  }

  /** `vault.store_clock`, where what was heard last is off; else null. */
  wrongBy(store: string): VaultError | null {
    const ahead = this.#aheadSeconds;
    if (ahead === null || Math.abs(ahead) <= toleranceSeconds) return null;
    return new VaultError('vault.store_clock', { store, ahead, tolerance: toleranceSeconds });
  }
}
