/** The part of WebAssembly that is used here; without the DOM's types nobody declares it. */
declare const WebAssembly: {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => { readonly buffer: SharedArrayBuffer };
};

const pageBytes = 65_536;

/** Buffers that begin on a page boundary, as O_DIRECT asks; a WebAssembly memory is how to get one without an addon. */
export class AlignedBuffers {
  readonly #bytes: number;
  readonly #mostKept: number;
  readonly #free: Buffer[] = [];

  /** `bytes` is a multiple of 64 KiB. Each memory reserves gigabytes of address space, so that used ones are kept. */
  constructor(bytes: number, mostKept: number) {
    this.#bytes = bytes;
    this.#mostKept = mostKept;
  }

  take(): Buffer {
    const pages = this.#bytes / pageBytes;
    return (
      this.#free.pop() ??
      Buffer.from(new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }).buffer)
    );
  }

  giveBack(buffer: Buffer): void {
    if (this.#free.length < this.#mostKept) this.#free.push(buffer);
  }
}
