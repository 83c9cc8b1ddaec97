/** Whether there is a card in a port's folder, and which; null where it is there but does not say. */
export type Probe =
  | { readonly found: 'nothing' }
  | { readonly found: 'card'; readonly instance: string | null };

/**
 * Looks at each port's folder at most once at a time. A card whose file system hangs keeps its one look waiting, and
 * every scan meanwhile goes on without it.
 */
export class CardProbes {
  readonly #running = new Set<string>();
  readonly #look: (root: string) => Promise<Probe>;
  readonly #patience: (done: AbortSignal) => Promise<'hung'>;

  /** `patience` ends a scan's wait for one look; the look itself goes on. */
  constructor(look: (root: string) => Promise<Probe>, patience: (done: AbortSignal) => Promise<'hung'>) {
    this.#look = look;
    this.#patience = patience;
  }

  async probe(root: string): Promise<Probe | 'hung'> {
    if (this.#running.has(root)) return 'hung';
    this.#running.add(root);
    const look = this.#look(root).finally(() => this.#running.delete(root));
    const done = new AbortController();
    try {
      return await Promise.race([look, this.#patience(done.signal)]);
    } finally {
      done.abort();
    }
  }
}
