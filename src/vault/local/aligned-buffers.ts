/** The part of WebAssembly that is used here; without the DOM's types nobody declares it. */
declare const WebAssembly: {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => { readonly buffer: SharedArrayBuffer };
};

const pageBytes = 65_536;

/** Memory that begins on a page boundary, as O_DIRECT asks; a WebAssembly memory is how to get it without an addon. */
export function alignedMemory(bytes: number): Buffer {
  const pages = Math.ceil(bytes / pageBytes);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  return Buffer.from(memory.buffer, 0, bytes);
}

/**
 * A few aligned buffers that all readers of a thread share: who finds none waits. Each memory reserves gigabytes of
 * address space, so that used ones are kept.
 */
export class AlignedBuffers {
  readonly #bytes: number;
  readonly #free: Buffer[] = [];
  readonly #waiting: ((buffer: Buffer) => void)[] = [];
  #left: number;

  /** @param most how many there will ever be */
  constructor(bytes: number, most: number) {
    this.#bytes = bytes;
    this.#left = most;
  }

  async take(): Promise<Buffer> {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    if (this.#left === 0) return await new Promise((got) => this.#waiting.push(got));
    this.#left -= 1;
    return alignedMemory(this.#bytes);
  }

  giveBack(buffer: Buffer): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(buffer);
    else next(buffer);
  }
}
