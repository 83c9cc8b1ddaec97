import { setTimeout as wait } from 'node:timers/promises';

export interface PaceRoom {
  /** Bytes a second as of now; null: no limit. */
  readonly limit: () => number | null;
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Who waits asks again after so long whether the limit is still the same. */
const lookMs = 1_000;
/** What an idle line saves up, in milliseconds of its limit. */
const savedMs = 250;

/**
 * Keeps what goes over a line within a limit that may change at any moment, whatever how many send over it: each piece
 * goes as soon as those before it are paid for, so that the limit is never passed by more than what was saved up and one
 * piece.
 */
export class Pace {
  readonly #room: PaceRoom;
  #free = 0;
  #paidAt: number;
  #last: Promise<void> = Promise.resolve();

  constructor(room: PaceRoom) {
    this.#room = room;
    this.#paidAt = room.monotonicMs();
  }

  /** Resolves when so many bytes may go. Whoever asked first goes first. */
  async take(bytes: number): Promise<void> {
    const mine = this.#last.then(() => this.#turn(bytes));
    this.#last = mine.catch(() => undefined);
    await mine;
  }

  async #turn(bytes: number): Promise<void> {
    for (;;) {
      const limit = this.#room.limit();
      if (limit === null) {
        this.#free = 0;
        this.#paidAt = this.#room.monotonicMs();
        return;
      }
      this.#pay(limit);
      if (this.#free >= 0) {
        this.#free -= bytes;
        return;
      }
      await this.#room.sleep(Math.min(lookMs, Math.ceil((-this.#free * 1_000) / limit)));
    }
  }

  #pay(limit: number): void {
    const now = this.#room.monotonicMs();
    const earned = ((now - this.#paidAt) * limit) / 1_000;
    this.#free = Math.min(this.#free + earned, (limit * savedMs) / 1_000);
    this.#paidAt = now;
  }
}

/** By the machine's clock, until the station ends. */
export function pace(limit: () => number | null, signal: AbortSignal): Pace {
  const sleep = (ms: number): Promise<void> => wait(ms, undefined, { signal });
  return new Pace({ limit, monotonicMs: () => performance.now(), sleep });
}
