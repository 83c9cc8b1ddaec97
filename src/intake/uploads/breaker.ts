import { type Backoff, pauseMs } from './backoff.ts';

/** So many failures in a row, of whatever item, and it is the store that is at fault. */
const failuresToOpen = 5;

/**
 * Keeps a store that fails from being asked over and over: after some failures in a row it is left alone, then asked
 * once; one success, and everything goes on.
 */
export class Breaker {
  readonly #backoff: Backoff;
  readonly #random: () => number;
  #failures = 0;
  #openUntil: number | null = null;

  constructor(backoff: Backoff, random: () => number) {
    this.#backoff = backoff;
    this.#random = random;
  }

  /** Null while everything goes through; else when the store is asked again, in monotonic milliseconds. */
  get openUntil(): number | null {
    return this.#openUntil;
  }

  /** How many may be on their way at once. */
  room(atOnce: number, now: number): number {
    if (this.#openUntil === null) return atOnce;
    return now < this.#openUntil ? 0 : 1;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openUntil = null;
  }

  /** Whether this opened it. */
  failed(now: number): boolean {
    const wasOpen = this.#openUntil !== null;
    this.#failures += 1;
    if (this.#failures < failuresToOpen) return false;
    const pauses = this.#failures - failuresToOpen + 1;
    this.#openUntil = now + pauseMs(this.#backoff, pauses, this.#random());
    return !wasOpen;
  }
}
