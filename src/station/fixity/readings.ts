import type { CopyChecked } from './check-copy.ts';

/** How far items are that are being read back because a person asked for it. */
export interface Reading {
  readonly readBytes: number;
  /** Of every copy together. What is found wrong is read once more. */
  readonly bytes: number;
}

/** What a check that was asked for by hand tells while it runs. */
export interface ReadingOn {
  readonly onRead: (bytes: number) => void;
  readonly onCopy: (copy: CopyChecked) => void;
}

/** What is being read back at this moment, by its evidence item. Nothing of it outlives the process. */
export class Readings {
  readonly #under = new Map<string, { readBytes: number; readonly bytes: number }>();

  /** Of several at once the newest is told. */
  begin(
    evidence: readonly string[],
    bytes: number,
  ): { readonly onRead: (bytes: number) => void; end(): void } {
    const reading = { readBytes: 0, bytes };
    for (const id of evidence) this.#under.set(id, reading);
    return {
      onRead: (more) => {
        reading.readBytes = Math.min(bytes, reading.readBytes + more);
      },
      end: () => {
        for (const id of evidence) if (this.#under.get(id) === reading) this.#under.delete(id);
      },
    };
  }

  of(evidence: string): Reading | null {
    return this.#under.get(evidence) ?? null;
  }
}
