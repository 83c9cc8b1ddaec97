import type { Db } from './database.ts';
import { CustodyError } from './error.ts';
import type { GrowingTiles } from './growing-tiles.ts';
import { type KeyRing, openHead, ringIn } from './key-ring.ts';
import { ledgerSize, loadTree, recomputedTileSource } from './ledger-tiles.ts';
import { sameHash } from './merkle.ts';
import { type Leaf, parseLeaf } from './parse-leaf.ts';
import { rootAt } from './proof.ts';
import { TileHashReader } from './tile-hashes.ts';
import { parseVkey } from './vkey.ts';

/** Where a writer goes on. */
export interface TakenUp {
  readonly tree: GrowingTiles;
  /** When the newest entry was appended; empty where there is none. */
  readonly lastAt: string;
}

/**
 * Takes the ledger up where its last writer left it, and looks whether it is the one that this key has signed: a writer
 * that went on from a changed tree would sign the change. `docket verify` says what is wrong.
 *
 * @param rekeying the key is new, and the first thing that is appended says so
 *
 * Errors: `custody.key_foreign`, `custody.database_damaged`.
 */
export function takeUp(db: Db, vkey: string, rekeying = false): TakenUp {
  const size = ledgerSize(db);
  if (size === 0) return { tree: loadTree(db), lastAt: '' };
  try {
    leafAt(db, 0);
    const ring = ringIn(db);
    const named = ring.at(-1)?.key.vkey ?? vkey;
    if (named !== vkey && !rekeying)
      throw new CustodyError('custody.key_foreign', { expected: named, found: vkey });
    requireSigned(db, size, ring.length === 0 ? [{ from: -1, key: parseVkey(vkey) }] : ring);
    return { tree: loadTree(db), lastAt: leafAt(db, size - 1).at };
  } catch (error) {
    if (!(error instanceof CustodyError) || error.code === 'custody.key_foreign') throw error;
    throw damaged(db, error.message, error);
  }
}

function leafAt(db: Db, seq: number): Leaf {
  const leaf = db.prepare<[number], Buffer>('SELECT leaf FROM ledger_entry WHERE seq = ?').pluck().get(seq);
  if (leaf === undefined) throw damaged(db, `no entry ${seq}`);
  return parseLeaf(leaf);
}

function requireSigned(db: Db, size: number, ring: KeyRing): void {
  const newest = db
    .prepare<[], { size: number; note: string }>(
      'SELECT size, note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1',
    )
    .get();
  if (newest === undefined) return;
  if (newest.size > size) throw damaged(db, `checkpoint ${newest.size}, ${size} entries`);
  const signed = openHead(newest.note, ring, ring[0]?.key.name ?? '');
  const root = rootAt(newest.size, new TileHashReader(recomputedTileSource(db), newest.size));
  if (signed.size === newest.size && sameHash(root, signed.root)) return;
  throw damaged(db, `checkpoint ${newest.size}: ${hex(signed.root)} ≠ ${hex(root)}`);
}

function damaged(db: Db, found: string, cause?: unknown): CustodyError {
  return new CustodyError('custody.database_damaged', { path: db.name, found }, { cause });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
