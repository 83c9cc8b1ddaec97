import { tileSource } from '../../custody/ledger-tiles.ts';
import { consistencyProof } from '../../custody/proof.ts';
import { TileHashReader } from '../../custody/tile-hashes.ts';
import { newestCheckpoint, type ProvenEntry, provenEntry } from '../../station/catalogue/entry-proof.ts';
import { ApiError } from '../error.ts';
import { maskedValue } from '../masking/mask.ts';
import type { ReadWorld } from '../reading/read-world.ts';

/** Errors: `station.entry_unknown`, `custody.leaf_malformed`. */
export function readProof(
  { db, vkey }: ReadWorld,
  { seq, whole }: { readonly seq: number; readonly whole: boolean },
): ProvenEntry {
  const proven = provenEntry(db, seq, vkey);
  // Without its salt a masked value tells nothing of the one that the leaf has committed to.
  const personal = proven.personal.map((one) => ({ ...one, value: maskedValue(one.value), salt: '' }));
  return whole ? proven : { ...proven, personal };
}

export interface ShownCheckpoint {
  readonly size: number;
  readonly note: string;
}

/** Null while nothing has been signed. */
export function readCheckpoint(
  { db }: ReadWorld,
  _args: Readonly<Record<string, never>>,
): ShownCheckpoint | null {
  return newestCheckpoint(db);
}

export function readKey({ vkey }: ReadWorld, _args: Readonly<Record<string, never>>): string {
  return vkey;
}

/**
 * That the ledger of `from` entries is the beginning of the one of `to`: RFC 6962. Only up to what is signed.
 * Error: `api.value_wrong`.
 */
export function readConsistency(
  { db }: ReadWorld,
  { from, to }: { readonly from: number; readonly to: number | null },
): {
  readonly from: number;
  readonly to: number;
  readonly proof: readonly string[];
  readonly checkpoint: string;
} {
  const signed = newestCheckpoint(db);
  const most = signed?.size ?? 0;
  const newer = to ?? most;
  if (signed === null || newer > most) throw outOf('to', most, newer);
  if (from > newer) throw outOf('from', newer, from);
  const proof = consistencyProof(from, newer, new TileHashReader(tileSource(db), newer));
  return {
    from,
    to: newer,
    proof: proof.map((hash) => Buffer.from(hash).toString('base64')),
    checkpoint: signed.note,
  };
}

function outOf(field: string, most: number, found: number): ApiError {
  return new ApiError('api.value_wrong', { field, allowed: `≤ ${most}`, found }, { field });
}
