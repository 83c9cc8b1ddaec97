import { setImmediate as othersTurn } from 'node:timers/promises';

/** A call that comes in meanwhile waits no longer than this for the main thread. */
const longestMs = 8;

/** Cuts long work of the main thread into slices, between which whatever else waits has its turn. */
export class Slices {
  #began = performance.now();

  /** To be awaited between two small pieces of work. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#began < longestMs) return;
    await othersTurn();
    this.#began = performance.now();
  }
}
