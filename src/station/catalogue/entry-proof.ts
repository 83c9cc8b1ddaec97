import { opensCommitment } from '../../custody/commitment.ts';
import type { Db } from '../../custody/database.ts';
import { ledgerSize, tileSource } from '../../custody/ledger-tiles.ts';
import { type Leaf, parseLeaf } from '../../custody/parse-leaf.ts';
import { inclusionProof } from '../../custody/proof.ts';
import { TileHashReader } from '../../custody/tile-hashes.ts';
import { formatTlogProof, openTlogProof } from '../../custody/tlog-proof.ts';
import { parseVkey } from '../../custody/vkey.ts';
import { DocketError } from '../../errors.ts';
import { StationError } from '../error.ts';

/** One entry with all that it takes to prove it to an outsider. */
export interface ProvenEntry {
  readonly leaf: Leaf;
  /** The leaf word for word: what the hash is of. */
  readonly text: string;
  /** What the tree holds for it, as hex: SHA-256(0x00 || leaf), RFC 6962. */
  readonly hash: string;
  readonly personal: readonly {
    readonly field: string;
    readonly value: string;
    readonly salt: string;
    /** Whether value and salt are what the leaf has committed to. */
    readonly opens: boolean;
  }[];
  /** Null while no checkpoint covers the entry. */
  readonly inclusion: {
    readonly index: number;
    readonly size: number;
    readonly holds: boolean;
    /** c2sp.org/tlog-proof, to be checked by anyone with the public key. */
    readonly proof: string;
  } | null;
}

/** Errors: `station.entry_unknown`, `custody.leaf_malformed`. */
export function provenEntry(db: Db, seq: number, vkey: string): ProvenEntry {
  const row = db
    .prepare<[number], { leaf: Buffer; hash: Buffer }>('SELECT leaf, hash FROM ledger_entry WHERE seq = ?')
    .get(seq);
  if (row === undefined) throw new StationError('station.entry_unknown', { seq, size: ledgerSize(db) });
  const leaf = parseLeaf(row.leaf);
  const personal = db
    .prepare<[number], { field: string; salt: Buffer; value: string }>(
      'SELECT field, salt, value FROM ledger_personal WHERE seq = ? ORDER BY field',
    )
    .all(seq)
    .map(({ field, salt, value }) => ({
      field,
      value,
      salt: salt.toString('hex'),
      opens: opensCommitment(leaf.commit[field] ?? '', salt, value),
    }));
  const inclusion = inclusionOf(db, seq, row.leaf, vkey);
  return { leaf, text: row.leaf.toString('utf8'), hash: row.hash.toString('hex'), personal, inclusion };
}

/** The newest signed checkpoint, or null while there is none. */
export function newestCheckpoint(db: Db): { readonly size: number; readonly note: string } | null {
  return (
    db
      .prepare<[], { size: number; note: string }>(
        'SELECT size, note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1',
      )
      .get() ?? null
  );
}

function inclusionOf(db: Db, index: number, leaf: Uint8Array, vkey: string): ProvenEntry['inclusion'] {
  const checkpoint = newestCheckpoint(db);
  if (checkpoint === null || index >= checkpoint.size) return null;
  const { size, note } = checkpoint;
  const hashes = inclusionProof(index, size, new TileHashReader(tileSource(db), size));
  const proof = formatTlogProof({ extra: null, index, hashes, checkpoint: note });
  return { index, size, holds: holds(proof, leaf, vkey), proof };
}

function holds(proof: string, leaf: Uint8Array, vkey: string): boolean {
  try {
    const key = parseVkey(vkey);
    openTlogProof(proof, leaf, [key], key.name);
    return true;
  } catch (error) {
    if (error instanceof DocketError) return false;
    throw error;
  }
}
