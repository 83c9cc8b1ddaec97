import type { AnyEntry } from './entry.ts';
import { type Leaf, parseLeaf } from './parse-leaf.ts';

/**
 * An entry as the ledger holds it, with what lies beside it. Where its values are known to be lost, one that the leaf has
 * committed to is shown as lost where every entry of its kind has it, and left out where it may be missing: nothing is
 * put in its place. Errors: those of `parseLeaf`.
 */
export function storedEntry(
  bytes: Uint8Array,
  personal: readonly { readonly field: string; readonly value: string }[],
  knownLost: boolean,
): AnyEntry {
  const { seq, at, type, actor, subject, data, commit } = parseLeaf(bytes);
  const standing = new Map(personal.map(({ field, value }) => [field, value]));
  const lost = Object.keys(knownLost ? commit : {})
    .filter((field) => !standing.has(field))
    .flatMap((field) => lostValue(field, { seq, data }).map((value): [string, string] => [field, value]));
  const values = Object.fromEntries([...standing, ...lost]);
  // The writer made the leaf from an entry of this shape.
  return { seq, at, type, actor, subject, data, personal: values } as unknown as AnyEntry;
}

/** In both languages, since it stands in the catalogue itself; with its place, since two lost paths are not the same path. */
export function lostMark(seq: number): string {
  return `⟨遗失 lost #${seq}⟩`;
}

/** Paths and roots are always there; what is JSON stays JSON. */
function lostValue(field: string, { seq, data }: Pick<Leaf, 'seq' | 'data'>): readonly string[] {
  switch (field) {
    case 'path':
    case 'root':
      return [lostMark(seq)];
    case 'values':
      // A source that says nothing any more has lost nothing.
      return [data['withdrawn'] === true ? '[]' : JSON.stringify([lostMark(seq)])];
    case 'params':
      return ['{}'];
    default:
      return [];
  }
}
