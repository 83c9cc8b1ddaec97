import type { Clock } from '../clock.ts';

/** Calls out when a card has shown no sign of life for too long. A pause is no stall. */
export class StallGuard {
  readonly #timer: NodeJS.Timeout;
  #last: number;
  readonly #clock: Clock;

  constructor(clock: Clock, stallMs: number, excused: () => boolean, onStall: () => void) {
    this.#clock = clock;
    this.#last = clock.monotonicMs();
    this.#timer = setInterval(
      () => {
        if (excused()) this.sign();
        else if (clock.monotonicMs() - this.#last >= stallMs) {
          this.end();
          onStall();
        }
      },
      Math.max(50, Math.min(1_000, stallMs / 4)),
    );
    this.#timer.unref();
  }

  /** The card answered. */
  sign(): void {
    this.#last = this.#clock.monotonicMs();
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
