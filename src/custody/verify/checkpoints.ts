import { type Checkpoint, openCheckpoint } from '../checkpoint.ts';
import { CustodyError } from '../error.ts';
import { sameHash } from '../merkle.ts';
import type { Verifier } from '../vkey.ts';
import type { DamageReport } from './damage.ts';
import type { EntryWalk } from './entries.ts';

/** A signed head from somewhere: the database, the vault, or a file kept elsewhere. */
export interface FoundCheckpoint {
  /** Where it was found, for the report. */
  readonly place: string;
  readonly note: string | Uint8Array;
  /** The size under which it is filed, where that says one. */
  readonly filedAs: number | null;
  /** Kept elsewhere, out of reach of whoever has the station. */
  readonly outside: boolean;
}

export interface OpenedCheckpoint {
  readonly place: string;
  readonly outside: boolean;
  readonly checkpoint: Checkpoint;
}

/** Checks every signature; what does not hold is damage, the rest is handed on. */
export function openAll(
  found: readonly FoundCheckpoint[],
  key: Verifier,
  origin: string,
  damage: DamageReport,
): readonly OpenedCheckpoint[] {
  return found.flatMap(({ place, note, filedAs, outside }) => {
    try {
      const checkpoint = openCheckpoint(note, [key], origin);
      if (filedAs === null || filedAs === checkpoint.size) return [{ place, outside, checkpoint }];
      damage.add('signature', place, `a checkpoint of size ${filedAs}`, `one of size ${checkpoint.size}`);
    } catch (error) {
      if (!(error instanceof CustodyError)) throw error;
      damage.add('signature', place, `a checkpoint of ${origin} signed by the station's key`, error.message);
    }
    return [];
  });
}

/**
 * Holds the recomputed roots against the signed ones. A signed head that is larger than the ledger shows that the
 * newest entries were cut off or the whole was put back to an older state.
 */
export function compareRoots(
  opened: readonly OpenedCheckpoint[],
  walk: EntryWalk,
  damage: DamageReport,
): void {
  // What comes from outside is asked last: damage that shows within explains it better.
  const inOrder = opened.toSorted(
    (a, b) => Number(a.outside) - Number(b.outside) || a.checkpoint.size - b.checkpoint.size,
  );
  let goodUpTo = 0;
  let wrongFrom: number | null = null;
  for (const { place, outside, checkpoint } of inOrder) {
    const { size, root } = checkpoint;
    if (size > walk.size) {
      damage.add('truncated', place, `${size} entries`, `${walk.size} entries`);
      continue;
    }
    const made = walk.roots.get(size);
    if (made !== undefined && sameHash(made, root)) {
      goodUpTo = Math.max(goodUpTo, size);
      continue;
    }
    if (outside && !damage.inEntries) {
      // Sound in itself, but not the ledger that signed this: an older state was put back and grew on.
      damage.add('truncated', place, hex(root), made === undefined ? 'no root' : hex(made));
      continue;
    }
    wrongFrom ??= size;
    if (damage.inEntries || walk.suspect !== null) continue;
    const where = `entries ${goodUpTo} to ${size - 1} (by ${place})`;
    damage.add('entry_altered', where, hex(root), made === undefined ? 'no root' : hex(made));
  }
  blameSuspect(walk, goodUpTo, wrongFrom, damage);
}

/** A tile and an entry differ: where the signed roots still hold, the tile was changed, else the entry. */
function blameSuspect(
  walk: EntryWalk,
  goodUpTo: number,
  wrongFrom: number | null,
  damage: DamageReport,
): void {
  if (walk.suspect === null) return;
  const { seq, inTile, inEntry } = walk.suspect;
  const signed = seq < goodUpTo && (wrongFrom === null || wrongFrom > goodUpTo);
  if (signed) damage.add('catalogue_differs', `tile of entry ${seq}`, inEntry, inTile);
  else damage.add('entry_altered', `entry ${seq}`, inTile, inEntry);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
