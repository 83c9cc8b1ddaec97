import { hash, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { createDatabase, type Db, openReading } from '../../../src/custody/database.ts';
import { GrowingTiles } from '../../../src/custody/growing-tiles.ts';
import { tileSource } from '../../../src/custody/ledger-tiles.ts';
import { leafHash } from '../../../src/custody/merkle.ts';
import { inclusionProof } from '../../../src/custody/proof.ts';
import { TileHashReader } from '../../../src/custody/tile-hashes.ts';
import { tileWidth } from '../../../src/custody/tiles.ts';
import { verifyInclusion } from '../../../src/custody/verify-proof.ts';
import { percentile } from './statistics.ts';

export interface ProofTimes {
  readonly entries: number;
  readonly proofs: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly maxMilliseconds: number;
}

const synthetic = (seq: number): Buffer => Buffer.from(`entry ${seq}`);

/**
 * A ledger as large as wanted with nothing in it but its tree: hashes of synthetic leaves, grown into tiles by the code
 * that grows the real one. Entries themselves are written only for the last, incomplete tile, which is read from them.
 */
export function growTree(folder: string, entries: number): { database: string; root: Uint8Array } {
  const database = join(folder, 'tree.db');
  const db = createDatabase(database);
  const tile = db.prepare('INSERT INTO ledger_tile (level, place, hashes, root) VALUES (?, ?, ?, ?)');
  const entry = db.prepare('INSERT INTO ledger_entry (seq, leaf, hash) VALUES (?, ?, ?)');
  const tree = GrowingTiles.empty();
  const incomplete = entries - (entries % tileWidth);
  db.exec('BEGIN');
  for (let seq = 0; seq < entries; seq++) {
    const leaf = leafHash(synthetic(seq));
    for (const full of tree.append(leaf)) tile.run(full.tile.level, full.tile.index, full.bytes, full.root);
    if (seq >= incomplete) entry.run(seq, synthetic(seq), leaf);
  }
  db.exec('COMMIT');
  db.close();
  return { database, root: tree.root() };
}

/** Proofs for entries drawn at random, each made from the database alone, as an export makes its first one. */
export function proofTimes(database: string, entries: number, root: Uint8Array, proofs: number): ProofTimes {
  const db = openReading(database);
  try {
    const times = Array.from({ length: proofs }, () => timeOne(db, entries, root));
    return {
      entries,
      proofs,
      p50Milliseconds: percentile(times, 0.5),
      p99Milliseconds: percentile(times, 0.99),
      maxMilliseconds: percentile(times, 1),
    };
  } finally {
    db.close();
  }
}

function timeOne(db: Db, size: number, root: Uint8Array): number {
  const index = randomInt(size);
  const began = performance.now();
  const proof = inclusionProof(index, size, new TileHashReader(tileSource(db), size));
  const took = performance.now() - began;
  const claim = { index, size, leaf: leafHash(synthetic(index)), proof, root };
  if (!verifyInclusion(claim))
    throw new Error(`the proof of entry ${index} does not hold (${hash('sha256', root)})`);
  return took;
}
