import type { RunningCopy } from './copying/hashing-pool.ts';
import type { LeftReason } from './outcome.ts';

/** Pause, resume, and giving up of everything that one docking does with its card. */
export class CardControl {
  readonly #copies = new Set<RunningCopy>();
  readonly #gaveUp = new AbortController();
  #going: PromiseWithResolvers<void> | null = null;
  #because: LeftReason | null = null;

  /** Why nothing more is read from the card, or null while it is. */
  get because(): LeftReason | null {
    return this.#because;
  }

  get paused(): boolean {
    return this.#going !== null;
  }

  get signal(): AbortSignal {
    return this.#gaveUp.signal;
  }

  /** Resolves while the docking goes on; waits while it is paused. Giving up ends the wait too. */
  async going(): Promise<void> {
    while (this.#going !== null) await this.#going.promise;
  }

  /** Rejects when the card is given up; what the task does with a hung card is then nobody's concern. */
  async unlessGivenUp<T>(task: Promise<T>): Promise<T> {
    task.catch(() => undefined);
    if (this.#because !== null) throw new GivenUp(this.#because);
    return await new Promise<T>((done, fail) => {
      const stop = (): void => fail(new GivenUp(this.#because ?? 'cancelled'));
      this.#gaveUp.signal.addEventListener('abort', stop, { once: true });
      task.then(done, fail).finally(() => this.#gaveUp.signal.removeEventListener('abort', stop));
    });
  }

  holds(copy: RunningCopy): () => void {
    this.#copies.add(copy);
    if (this.#going !== null) copy.pause();
    if (this.#because !== null) copy.cancel();
    return () => this.#copies.delete(copy);
  }

  pause(): void {
    if (this.#because !== null) return;
    this.#going ??= Promise.withResolvers();
    for (const copy of this.#copies) copy.pause();
  }

  resume(): void {
    this.#going?.resolve();
    this.#going = null;
    for (const copy of this.#copies) copy.resume();
  }

  /** The first reason stands. */
  giveUp(because: LeftReason): void {
    if (this.#because !== null) return;
    this.#because = because;
    for (const copy of this.#copies) copy.cancel();
    this.#gaveUp.abort();
    this.#going?.resolve();
    this.#going = null;
  }
}

/** Thrown out of a wait when the card is given up. */
export class GivenUp extends Error {
  readonly because: LeftReason;
  /** How far the reading of this very file had come, where it was being read. */
  readonly offset: number | null;
  constructor(because: LeftReason, offset: number | null = null) {
    super(`given up: ${because}`);
    this.because = because;
    this.offset = offset;
  }
}
