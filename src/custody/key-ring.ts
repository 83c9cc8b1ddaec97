import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import type { Db } from './database.ts';
import { openNote } from './note.ts';
import { type Leaf, parseLeaf } from './parse-leaf.ts';
import { parseVkey, type Verifier } from './vkey.ts';

/** A key of the station, and the entry that names it: it signs the heads of which that entry is a part. */
export interface KeyInForce {
  readonly from: number;
  readonly key: Verifier;
}

/**
 * The station's keys in order: the one that it began with, and each that came after, because the one before was lost.
 * Nobody can sign with a lost key, so a new one stands on the word of whoever entered it: whoever verifies must have
 * been told of it by another way, as of the first one.
 */
export type KeyRing = readonly KeyInForce[];

/** Which key signs the head of a ledger of this size. */
export function keyFor(ring: KeyRing, size: number): Verifier | null {
  return ring.findLast(({ from }) => from < size)?.key ?? null;
}

/**
 * Proves a head under the key that was in force at its size: a lost key that is found again, by whomever, signs nothing
 * that came after it, and a new one nothing that came before. Errors: those of `openCheckpoint`.
 */
export function openHead(note: string | Uint8Array, ring: KeyRing, origin: string): Checkpoint {
  const checkpoint = openCheckpoint(
    note,
    ring.map(({ key }) => key),
    origin,
  );
  const key = keyFor(ring, checkpoint.size);
  if (ring.length > 1 && key !== null) openNote(note, [key]);
  return checkpoint;
}

/** The key that an entry names; null where it is no such entry. Error: `custody.vkey_malformed`. */
export function keyNamedBy({ type, data }: Pick<Leaf, 'type' | 'data'>): Verifier | null {
  const named = type === 'station.initialised' || type === 'station.rekeyed' ? data['publicKey'] : null;
  return typeof named === 'string' ? parseVkey(named) : null;
}

/** Every entry that may name a key, by place. */
export function keyEntries(db: Db): readonly { readonly seq: number; readonly leaf: unknown }[] {
  return db
    .prepare<[], { seq: number; leaf: unknown }>(
      `SELECT seq, leaf FROM ledger_entry WHERE seq = 0
       UNION ALL SELECT e.seq, e.leaf FROM view_entry v JOIN ledger_entry e USING (seq)
         WHERE v.type = 'station.rekeyed' AND v.seq > 0 ORDER BY 1`,
    )
    .all();
}

/** The keys that a sound ledger names. Errors: those of `parseLeaf`, `custody.vkey_malformed`. */
export function ringIn(db: Db): KeyRing {
  return keyEntries(db).flatMap(({ seq, leaf }) => {
    const key = keyNamedBy(parseLeaf(Buffer.isBuffer(leaf) ? leaf : Buffer.alloc(0)));
    return key === null ? [] : [{ from: seq, key }];
  });
}
