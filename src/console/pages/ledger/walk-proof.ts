import type { ReadProof } from './read-proof.ts';

/** SHA-256. */
export type Digest = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Entries from the first to the last, both of them included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** One step towards the root: what stood, what it was taken together with, and what came of it. */
export interface Step {
  readonly sibling: Uint8Array;
  readonly side: 'left' | 'right';
  readonly siblingCovers: Range;
  readonly hash: Uint8Array;
  readonly covers: Range;
}

export interface Walk {
  readonly leaf: Uint8Array;
  readonly steps: readonly Step[];
  /** Whether the last value is the root that was signed, over as many steps as the tree is deep. */
  readonly holds: boolean;
}

/**
 * From an entry's own text to the root, by RFC 9162 2.1.3.2; nothing is believed of the station but the siblings.
 *
 * @param leaf word for word, as it stands in the ledger
 */
export async function walkProof(leaf: string, proof: ReadProof, digest: Digest): Promise<Walk> {
  const { index, hashes, checkpoint } = proof;
  const leafHash = await digest(joined([0], new TextEncoder().encode(leaf)));
  const steps: Step[] = [];
  let [at, last, level] = [index, checkpoint.size - 1, 0];
  let [hash, covers]: [Uint8Array, Range] = [leafHash, { from: index, to: index }];
  let fits = index < checkpoint.size;
  for (const sibling of hashes) {
    if (last === 0) fits = false;
    const left = at % 2 === 1 || at === last;
    // At the ragged right edge a node stands alone for some levels.
    while (left && at % 2 === 0 && at !== 0) [at, last, level] = [half(at), half(last), level + 1];
    const many = 2 ** level;
    const siblingCovers = left
      ? { from: covers.from - many, to: covers.from - 1 }
      : { from: covers.to + 1, to: Math.min(covers.to + many, checkpoint.size - 1) };
    hash = await digest(left ? joined([1], sibling, hash) : joined([1], hash, sibling));
    covers = { from: Math.min(covers.from, siblingCovers.from), to: Math.max(covers.to, siblingCovers.to) };
    steps.push({ sibling, side: left ? 'left' : 'right', siblingCovers, hash, covers });
    [at, last, level] = [half(at), half(last), level + 1];
  }
  return { leaf: leafHash, steps, holds: fits && last === 0 && same(hash, checkpoint.root) };
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const half = (number: number): number => Math.floor(number / 2);

function joined(first: readonly number[], ...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from([first, ...parts].flatMap((part) => [...part]));
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return hexOf(a) === hexOf(b);
}
