import { setTimeout as wait } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { passes, VaultError } from '../errors.ts';
import { limitNow } from './bandwidth.ts';
import { s3Client } from './client.ts';
import { storeFailure } from './failure.ts';
import { type Pace, pace } from './pace.ts';
import { Places } from './places.ts';
import { ServerClock } from './server-clock.ts';
import type { StoreSettings } from './settings.ts';
import { SpentMemory } from './spent-memory.ts';

const tries = 4;
/** One read-back fills a gigabit; more of them would only hold more of what was read in memory. */
const readBacksAtOnce = 2;

/** One question to the store. */
export type Ask<T> = (client: S3Client, how: { readonly abortSignal: AbortSignal }) => Promise<T>;

/** The bucket, or the part of it under a prefix, and the way to it. */
export class Store {
  readonly settings: StoreSettings;
  readonly clock = new ServerClock();
  readonly spent = new SpentMemory();
  readonly readBacks = new Places(readBacksAtOnce);
  /** What goes up, and what is read back, each within the hour's limit. */
  readonly upPace: Pace;
  readonly downPace: Pace;
  readonly #client: S3Client;
  readonly #signal: AbortSignal;

  constructor(settings: StoreSettings, signal: AbortSignal = new AbortController().signal) {
    this.settings = settings;
    this.#signal = signal;
    const { bandwidth } = settings;
    const limit = () => (bandwidth === undefined ? null : limitNow(bandwidth, Temporal.Now.instant()));
    this.upPace = pace(limit, signal);
    this.downPace = pace(limit, signal);
    this.#client = s3Client(settings, this.clock);
    signal.addEventListener('abort', () => this.#client.destroy(), { once: true });
  }

  /** Whether any hour has a limit. */
  get limited(): boolean {
    return (this.settings.bandwidth?.windows.length ?? 0) > 0;
  }

  get bucket(): string {
    return this.settings.bucket;
  }

  get url(): string {
    return this.urlOf('');
  }

  urlOf(object: string): string {
    return `s3://${this.settings.bucket}/${this.keyOf(object)}`;
  }

  keyOf(object: string): string {
    return `${this.settings.prefix}${object}`;
  }

  get endpoint(): string {
    return this.settings.endpoint ?? `AWS ${this.settings.region}`;
  }

  /** Asks once: for what may not be repeated blindly. Errors are the vault's own. */
  async once<T>(object: string, ask: Ask<T>): Promise<T> {
    try {
      return await ask(this.#client, { abortSignal: this.#signal });
    } catch (error) {
      throw this.failure(error, object);
    }
  }

  /** Asks again after a failure that may pass. Only for questions that change nothing, or the same thing twice. */
  async steadily<T>(object: string, ask: Ask<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.once(object, ask);
      } catch (error) {
        if (tried === tries || !passes(error) || this.#signal.aborted) throw error;
        await this.pause(tried);
      }
    }
  }

  /** Twice as long after each failure, and never the same for two that failed together. */
  async pause(failures: number): Promise<void> {
    const ms = this.settings.retryMs * 2 ** (failures - 1) * (0.5 + Math.random());
    await wait(ms, undefined, { signal: this.#signal }).catch(() => undefined);
  }

  failure(error: unknown, object: string): unknown {
    const about = object === '' ? this.bucket : object;
    const failure = storeFailure(error, { store: this.url, endpoint: this.endpoint, object: about });
    if (!(failure instanceof VaultError) || failure.code !== 'vault.store_refused') return failure;
    // The client library signs by the store's own clock: where that is wrong, it is no key that is refused.
    return this.clock.wrongBy(this.url) ?? failure;
  }
}
