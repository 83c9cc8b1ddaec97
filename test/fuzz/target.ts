/** One reader of foreign bytes, to be given everything that nobody would think of. */
export interface FuzzTarget {
  readonly name: string;
  /** Sources whose coverage says which input was new, as parts of their addresses. */
  readonly sources: readonly string[];
  /** Whole inputs, from which others grow. */
  readonly seeds: readonly Uint8Array[];
  /** Words of the format, which chance alone would not write. */
  readonly words: readonly string[];
  /** Reads the bytes as the program does. Resolves for whatever is a rightful answer, a refusal included; throws where a promise is broken. */
  run(bytes: Uint8Array): void | Promise<void>;
}

/** What a reader promised and did not keep. */
export class PromiseBroken extends Error {}

export function promised(kept: boolean, promise: string): asserts kept {
  if (!kept) throw new PromiseBroken(promise);
}

/** The input as text, as a reader gets it that was handed a file: broken UTF-8 replaced. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Resolves also where it was refused by an error of these classes, which is an answer. */
export function answered<T>(
  act: () => T,
  ...refusals: readonly (abstract new (
    ...args: never
  ) => Error)[]
): T | null {
  try {
    return act();
  } catch (error) {
    if (refusals.some((refusal) => error instanceof refusal)) return null;
    throw error;
  }
}
