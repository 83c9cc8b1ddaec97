import type { Clock } from '../clock.ts';

/**
 * Calls out when a card that was asked for something has shown no sign of life for too long. Time in which nothing is
 * asked of the card is no stall: the docking may be paused, wait for room in the vault, or store what it has read.
 */
export class StallGuard {
  readonly #timer: NodeJS.Timeout;
  readonly #clock: Clock;
  #last: number;
  #asked = 0;

  constructor(clock: Clock, stallMs: number, paused: () => boolean, onStall: () => void) {
    this.#clock = clock;
    this.#last = clock.monotonicMs();
    this.#timer = setInterval(
      () => {
        if (paused() || this.#asked === 0) this.sign();
        else if (clock.monotonicMs() - this.#last >= stallMs) {
          this.end();
          onStall();
        }
      },
      Math.max(50, Math.min(1_000, stallMs / 4)),
    );
    this.#timer.unref();
  }

  /** The card is asked for something. The function that is returned says that nothing more is expected of it. */
  reading(): () => void {
    if (this.#asked === 0) this.sign();
    this.#asked += 1;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.#asked -= 1;
      this.sign();
    };
  }

  /** One question to the card, from its asking to its answer. */
  async during<T>(question: Promise<T>): Promise<T> {
    const answered = this.reading();
    try {
      return await question;
    } finally {
      answered();
    }
  }

  /** The card answered. */
  sign(): void {
    this.#last = this.#clock.monotonicMs();
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
