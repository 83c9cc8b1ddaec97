import type { Marker } from '../marker-text.ts';
import { checkBucket } from './bucket.ts';
import { readS3Marker } from './marker.ts';
import type { Store } from './store.ts';

/**
 * Sees to it that nothing is asked of a bucket before it was found to be this vault, with versions and locks on. A
 * station may start while its network is down, so that this may come long after the vault was opened.
 */
export class Presence {
  readonly #store: Store;
  readonly #expected: string | null;
  #found: Promise<Marker> | null = null;

  constructor(store: Store, expected: string | null) {
    this.#store = store;
    this.#expected = expected;
  }

  /** Resolves where this is the vault. A wrong clock is refused whenever it shows. */
  async confirm(): Promise<Marker> {
    const looking = this.#found ?? this.#look();
    this.#found = looking;
    try {
      const found = await looking;
      this.#store.clock.require(this.#store.url);
      return found;
    } catch (error) {
      if (this.#found === looking) this.#found = null;
      throw error;
    }
  }

  async #look(): Promise<Marker> {
    await checkBucket(this.#store);
    return await readS3Marker(this.#store, this.#expected);
  }
}
