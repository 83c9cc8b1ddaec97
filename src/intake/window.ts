/** Small files are copied side by side: one at a time, the waiting for each fsync would take longer than the bytes. */
const sideBySideBytes = 8 * 1024 * 1024;
const sideBySideFiles = 8;
/** Recordings that are read but not stored yet. */
const finishing = 32;

/**
 * Lets one large recording at a time be read from a card (cards are slow, and every recorder gets its share), or some
 * small ones together, while those read before are still being made durable and stored.
 */
export class CopyWindow {
  #bytes = 0;
  #files = 0;
  #open = 0;
  #waiting: (() => void)[] = [];

  /** Waits until a recording of this size may be read. */
  async enter(bytes: number): Promise<{ cardFree: () => void; leave: () => void }> {
    while (!this.#fits(bytes)) await new Promise<void>((go) => this.#waiting.push(go));
    this.#bytes += bytes;
    this.#files += 1;
    this.#open += 1;
    let reading = true;
    const cardFree = (): void => {
      if (!reading) return;
      reading = false;
      this.#bytes -= bytes;
      this.#files -= 1;
      this.#wake();
    };
    const leave = (): void => {
      cardFree();
      this.#open -= 1;
      this.#wake();
    };
    return { cardFree, leave };
  }

  #fits(bytes: number): boolean {
    if (this.#open >= finishing) return false;
    if (this.#files === 0) return true;
    return this.#files < sideBySideFiles && this.#bytes + bytes <= sideBySideBytes;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }
}
