/** Does something in the background, once at a time: who asks while it runs is served by one more run after it. */
export class Behind {
  readonly #action: (signal: AbortSignal) => Promise<unknown>;
  readonly #log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
  readonly #closing = new AbortController();
  #running: Promise<void> | null = null;
  #again = false;

  /** @param action its signal ends it early when the station stops */
  constructor(
    action: (signal: AbortSignal) => Promise<unknown>,
    log: (message: string, facts: Readonly<Record<string, unknown>>) => void,
  ) {
    this.#action = action;
    this.#log = log;
  }

  /** Gives the value back and starts behind it. */
  after<T>(value: T): T {
    this.#again = true;
    this.#running ??= this.#run();
    return value;
  }

  /** Resolves once everything that was asked for so far is done, or has failed. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  /** Begins no more, and waits for what is at work. */
  async stop(): Promise<void> {
    this.#closing.abort();
    await this.idle();
  }

  /** Who has begun it waits for nothing of it, not even for what it does before it first waits itself. */
  async #run(): Promise<void> {
    await new Promise((later) => setImmediate(later));
    try {
      while (this.#again && !this.#closing.signal.aborted) {
        this.#again = false;
        await this.#action(this.#closing.signal);
      }
    } catch (error) {
      this.#log('background', { error: String(error) });
    } finally {
      this.#running = null;
    }
  }
}
