import type { OriginalFacts, Pace, Reread } from './contract.ts';

/**
 * Reads the whole file at `path` past every cache and hashes it. `bytes` is the size it should have; reading may stop
 * once there is more. Handed in, so that workers can do the heavy part.
 */
export type Rereader = (
  path: string,
  bytes: number,
  pace?: Pace,
) => Promise<{ bytes: number; blake3: string }>;

/** Compares what a re-read found with what the original must be. */
export function compareReread(facts: OriginalFacts, actual: { bytes: number; blake3: string }): Reread {
  if (actual.bytes !== facts.bytes) {
    return { found: 'altered', expected: sizeSays(facts.bytes), actual: sizeSays(actual.bytes) };
  }
  if (actual.blake3 !== facts.blake3) {
    return { found: 'altered', expected: `blake3 ${facts.blake3}`, actual: `blake3 ${actual.blake3}` };
  }
  return { found: 'equal' };
}

export function sizeSays(bytes: number | bigint): string {
  return `${bytes} bytes`;
}
