import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Pace } from './contract.ts';

export interface PacerRoom {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly bytesPerSecond: number;
  /** Whether something is under way that must not be disturbed: cards are read. */
  readonly busy: () => boolean;
  readonly signal: AbortSignal;
}

/** The read was ended by whoever paced it; it says nothing about what was read. */
export class ReadEnded extends Error {}

const lookMs = 500;

/** Lets reads through at a rate, none while the station is busy, and ends them when it closes. */
export class Pacer {
  readonly #room: PacerRoom;
  #free = 0;

  constructor(room: PacerRoom) {
    this.#room = room;
  }

  readonly pace: Pace = async (bytes) => {
    const { clock, bytesPerSecond, busy, signal } = this.#room;
    const now = clock.monotonicMs();
    // What was not used before is not made up for.
    this.#free = Math.max(this.#free, now) + (bytes / bytesPerSecond) * 1_000;
    await this.#sleep(this.#free - now);
    while (busy() && !signal.aborted) await this.#sleep(lookMs);
    if (signal.aborted) throw new ReadEnded('the read was ended');
  };

  async #sleep(ms: number): Promise<void> {
    if (ms < 1) return;
    await wait(ms, undefined, { signal: this.#room.signal }).catch(() => undefined);
  }
}
