/** A few places that many want: who finds none free waits. */
export class Places {
  readonly #waiting: (() => void)[] = [];
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  async within<T>(action: () => Promise<T>): Promise<T> {
    if (this.#left === 0) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#left -= 1;
    try {
      return await action();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#left += 1;
      else next();
    }
  }
}
