import { CustodyError } from './error.ts';
import { emptyRoot, nodeHash, subtreeLevels } from './merkle.ts';

/** Roots of the complete subtrees of 2^level entries, at their place within the level. */
export interface HashReader {
  hash(level: number, index: number): Uint8Array;
}

/** The root of the first `size` entries. */
export function rootAt(size: number, reader: HashReader): Uint8Array {
  return size === 0 ? emptyRoot : rangeRoot(0, size, reader);
}

/**
 * RFC 6962 section 2.1.1: the hashes from the leaf's sibling up to the root's child.
 * Error: `custody.proof_out_of_range`.
 */
export function inclusionProof(index: number, size: number, reader: HashReader): Uint8Array[] {
  if (!isSize(size) || !isSize(index) || index >= size)
    throw new CustodyError('custody.proof_out_of_range', { wanted: index, size });
  const proof: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      proof.push(rangeRoot(middle, to, reader));
      to = middle;
    } else {
      proof.push(rangeRoot(from, middle, reader));
      from = middle;
    }
  }
  return proof.reverse();
}

/** RFC 6962 section 2.1.2. Empty where the older tree is empty or the same. Error: `custody.proof_out_of_range`. */
export function consistencyProof(older: number, newer: number, reader: HashReader): Uint8Array[] {
  if (!isSize(older) || !isSize(newer) || older > newer)
    throw new CustodyError('custody.proof_out_of_range', { wanted: older, size: newer });
  if (older === 0) return [];
  const proof: Uint8Array[] = [];
  let [from, to] = [0, newer];
  while (to !== older) {
    const middle = from + splitOf(to - from);
    if (older <= middle) {
      proof.push(rangeRoot(middle, to, reader));
      to = middle;
    } else {
      proof.push(rangeRoot(from, middle, reader));
      from = middle;
    }
  }
  // The whole older tree is known to the verifier by its root; any other subtree is not.
  if (from > 0) proof.push(rangeRoot(from, to, reader));
  return proof.reverse();
}

/** Root of the entries from..to, where `from` starts a subtree that is at least as large as the range. */
function rangeRoot(from: number, to: number, reader: HashReader): Uint8Array {
  let start = from;
  const roots = subtreeLevels(to - from).map((level) => {
    const hash = reader.hash(level, start / 2 ** level);
    start += 2 ** level;
    return hash;
  });
  return roots.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two below a count of at least 2: where RFC 6962 splits a tree. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** Whether this can be a number of entries. */
export function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
