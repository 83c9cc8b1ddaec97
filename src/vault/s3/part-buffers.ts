/**
 * The memory of all parts that are on their way: who finds none free waits, so that eight uploads take no more than
 * one. A buffer is transferred to the thread that fills it and back.
 */
export class PartBuffers {
  readonly #bytes: number;
  readonly #free: ArrayBuffer[] = [];
  readonly #waiting: (() => void)[] = [];
  #left: number;

  constructor(bytes: number, most: number) {
    this.#bytes = bytes;
    this.#left = most;
  }

  /** Of at least so many bytes. A file of more than 80 GB has larger parts, whose memory is not kept. */
  async take(bytes: number): Promise<ArrayBuffer> {
    if (this.#left === 0) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#left -= 1;
    const kept = bytes <= this.#bytes ? this.#free.pop() : undefined;
    return kept ?? new ArrayBuffer(Math.max(bytes, this.#bytes));
  }

  /** Null where it was lost, or where a request that failed may still hold it. */
  giveBack(buffer: ArrayBuffer | null): void {
    if (buffer !== null && buffer.byteLength === this.#bytes) this.#free.push(buffer);
    const next = this.#waiting.shift();
    if (next === undefined) this.#left += 1;
    else next();
  }
}
