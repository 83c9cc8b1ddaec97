import { emptyRoot, hashBytes, nodeHash, sameHash, subtreeLevels } from './merkle.ts';
import { isSize } from './proof.ts';

/** What an inclusion proof claims. Everything in it may come from an attacker. */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** What a consistency proof claims: that the newer tree begins with the older one. */
export interface ConsistencyClaim {
  readonly older: { readonly size: number; readonly root: Uint8Array };
  readonly newer: { readonly size: number; readonly root: Uint8Array };
  readonly proof: readonly Uint8Array[];
}

/** RFC 9162 section 2.1.3.2. */
export function verifyInclusion(claim: InclusionClaim): boolean {
  const { index, size, leaf, proof, root } = claim;
  if (!isSize(size) || !isSize(index) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      [place, last] = skipLeft(place, last);
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

/** RFC 9162 section 2.1.4.2; an empty older tree begins every tree, and a tree of the same size must be the same. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { older, newer, proof } = claim;
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return false;
  if (!areHashes([older.root, newer.root, ...proof])) return false;
  if (older.size === newer.size) return proof.length === 0 && sameHash(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && sameHash(older.root, emptyRoot);
  return walkConsistency(claim);
}

function walkConsistency({ older, newer, proof }: ConsistencyClaim): boolean {
  const path = subtreeLevels(older.size).length === 1 ? [older.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [place, last] = [older.size - 1, newer.size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [oldHash, newHash] = [first, first];
  for (const step of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      oldHash = nodeHash(step, oldHash);
      newHash = nodeHash(step, newHash);
      [place, last] = skipLeft(place, last);
    } else {
      newHash = nodeHash(newHash, step);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(oldHash, older.root) && sameHash(newHash, newer.root);
}

/** A node on the right edge has no sibling until it becomes a right child: go up to there. */
function skipLeft(place: number, last: number): [number, number] {
  let [p, l] = [place, last];
  while (p % 2 === 0 && p !== 0) [p, l] = [half(p), half(l)];
  return [p, l];
}

// Sizes reach 2^53, past what JavaScript's shift operators can hold.
function half(value: number): number {
  return Math.floor(value / 2);
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashBytes);
}
