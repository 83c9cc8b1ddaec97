/** A piece of a file that goes up by itself. */
export interface Part {
  /** From 1 on. */
  readonly number: number;
  readonly at: number;
  readonly bytes: number;
}

/** S3 takes so many parts of one object; the last may be of any size. */
const mostParts = 10_000;
const mebibyte = 1_048_576;

/**
 * The parts of a file. The same size always gives the same parts, so that an upload that was broken off can be carried
 * on by another run.
 */
export function partsOf(bytes: number, usual: number): readonly Part[] {
  const fewest = Math.ceil(bytes / mostParts / mebibyte) * mebibyte;
  const size = Math.max(usual, fewest);
  return Array.from({ length: Math.max(1, Math.ceil(bytes / size)) }, (_, i) => ({
    number: i + 1,
    at: i * size,
    bytes: Math.min(size, bytes - i * size),
  }));
}
