import { setTimeout as wait } from 'node:timers/promises';

/** How long a store is waited for. */
export interface Patience {
  readonly stepMs: number;
  readonly wholeMs: number;
}

/** The store has not answered in time, or cannot be reached any more. */
export class Silent extends Error {}

/** Waits for one step after the other, and ends whatever is still asked when one takes too long. */
export class Waiting {
  readonly #patience: Patience;
  readonly #end = new AbortController();
  readonly #begun = performance.now();

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Error: `Silent`. */
  async for<T>(step: () => Promise<T>): Promise<T> {
    const { stepMs, wholeMs } = this.#patience;
    const ms = Math.max(0, Math.min(stepMs, wholeMs - (performance.now() - this.#begun)));
    const over = new AbortController();
    const task = step();
    const late = wait(ms, null, { signal: over.signal }).then(() => {
      throw new Silent(`${Math.round(ms / 1_000)} s`);
    });
    try {
      return await Promise.race([task, late]);
    } catch (error) {
      if (error instanceof Silent) this.end();
      throw error;
    } finally {
      over.abort();
      // The loser of the race ends by itself, and nobody asks how.
      task.catch(() => undefined);
      late.catch(() => undefined);
    }
  }

  end(): void {
    this.#end.abort();
  }
}
