import { randomInt } from 'node:crypto';
import type { OriginalFacts, Vault } from './contract.ts';
import { passes } from './errors.ts';

/** What is wrong with an original. */
export interface UnsoundOriginal {
  readonly sha256: string;
  readonly object: string;
  readonly kind: 'object_missing' | 'object_altered';
  readonly expected: string;
  readonly found: string;
}

export interface OriginalsChecked {
  readonly looked: number;
  readonly reread: number;
  readonly unsound: readonly UnsoundOriginal[];
}

/** In a sample, each original is looked at (there, and of its size) and one in this many is read whole. */
const oneIn = 10;
const atLeast = 20;

/**
 * Checks originals against the ledger's word. `full` reads every byte past the caches; `sample` looks at all of them
 * and reads some, drawn anew each time.
 */
export async function verifyOriginals(
  vault: Vault,
  originals: readonly OriginalFacts[],
  depth: 'full' | 'sample',
  atOnce: number,
  onEach: (done: number) => void,
): Promise<OriginalsChecked> {
  const whole = depth === 'full' ? new Set(originals.keys()) : drawn(originals.length);
  const unsound: UnsoundOriginal[] = [];
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < originals.length; i = next++) {
      const facts = originals[i];
      if (facts === undefined) return;
      const found = whole.has(i) ? await rereadOne(vault, facts) : await lookAtOne(vault, facts);
      if (found !== null) unsound.push(found);
      onEach(++done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  unsound.sort((a, b) => (a.object < b.object ? -1 : 1));
  return { looked: originals.length, reread: whole.size, unsound };
}

async function rereadOne(vault: Vault, facts: OriginalFacts): Promise<UnsoundOriginal | null> {
  const { object } = vault.locate(facts.sha256);
  const { sha256, bytes } = facts;
  const result = await vault.reread(facts).catch((error: unknown) => {
    // A store that does not answer says nothing of what it keeps.
    if (passes(error)) throw error;
    return { found: 'unreadable', error } as const;
  });
  switch (result.found) {
    case 'equal':
      return null;
    case 'missing':
      return { sha256, object, kind: 'object_missing', expected: `${bytes} bytes`, found: 'nothing' };
    case 'altered':
      return { sha256, object, kind: 'object_altered', expected: result.expected, found: result.actual };
    case 'unreadable':
      return {
        sha256,
        object,
        kind: 'object_altered',
        expected: 'a readable object',
        found: String(result.error),
      };
  }
}

/** The size is looked at before anything is read: where it is wrong, the re-read says so and reads nothing. */
async function lookAtOne(vault: Vault, facts: OriginalFacts): Promise<UnsoundOriginal | null> {
  const there = await vault.holds(facts.sha256, facts.bytes).catch((error: unknown) => {
    if (passes(error)) throw error;
    return false;
  });
  return there ? null : await rereadOne(vault, facts);
}

function drawn(count: number): ReadonlySet<number> {
  const wanted = Math.min(count, Math.max(atLeast, Math.ceil(count / oneIn)));
  const set = new Set<number>();
  while (set.size < wanted) set.add(randomInt(count));
  return set;
}
