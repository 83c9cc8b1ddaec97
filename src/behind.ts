/** Does something in the background, once at a time: who asks while it runs is served by one more run after it. */
export class Behind {
  readonly #action: () => Promise<unknown>;
  readonly #log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
  #running = false;
  #again = false;

  constructor(
    action: () => Promise<unknown>,
    log: (message: string, facts: Readonly<Record<string, unknown>>) => void,
  ) {
    this.#action = action;
    this.#log = log;
  }

  /** Gives the value back and starts behind it. */
  after<T>(value: T): T {
    this.#again = true;
    if (!this.#running)
      this.#run().catch((error: unknown) => this.#log('background', { error: String(error) }));
    return value;
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#action();
      }
    } finally {
      this.#running = false;
    }
  }
}
