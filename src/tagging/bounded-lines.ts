/** Longer lines are cut: what follows in them is dropped. */
export const longestLine = 65_536;

/** Splits text that comes in pieces into lines, however long one of them is made: no more than its beginning is kept. */
export class BoundedLines {
  readonly #onLine: (line: string) => void;
  #begun = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  feed(text: string): void {
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#grow(text, from, end);
      this.end();
      from = end + 1;
    }
    this.#grow(text, from, text.length);
  }

  /** The last line may have no end of its own. */
  end(): void {
    if (this.#begun !== '') this.#onLine(this.#begun);
    this.#begun = '';
  }

  #grow(text: string, from: number, to: number): void {
    const room = longestLine - this.#begun.length;
    if (room > 0) this.#begun += text.slice(from, Math.min(to, from + room));
  }
}
