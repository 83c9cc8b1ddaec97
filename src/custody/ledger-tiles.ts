import type { Db } from './database.ts';
import { GrowingTiles } from './growing-tiles.ts';
import { subtreeRoot } from './merkle.ts';
import type { TileSource } from './tile-hashes.ts';
import { tileWidth } from './tiles.ts';

/** How many entries the ledger holds. */
export function ledgerSize(db: Db): number {
  const last = db.prepare<[], number | null>('SELECT max(seq) FROM ledger_entry').pluck().get();
  return last === null || last === undefined ? 0 : last + 1;
}

/**
 * Hash tiles of the ledger in the database. Complete ones are stored as they are; a partial one is made of the leaf
 * hashes, or of the roots that are stored with the complete tiles below it.
 */
export function tileSource(db: Db): TileSource {
  return sourceOf(db, 'root', (root) => root);
}

/** The same with every root made anew from its tile, for who goes on from what was stored: 255 hashes a tile. */
export function recomputedTileSource(db: Db): TileSource {
  return sourceOf(db, 'hashes', subtreeRoot);
}

function sourceOf(db: Db, column: 'root' | 'hashes', rootOf: (stored: Buffer) => Uint8Array): TileSource {
  const complete = db
    .prepare<[number, number], Buffer>('SELECT hashes FROM ledger_tile WHERE level = ? AND place = ?')
    .pluck();
  const below = db
    .prepare<[number, number, number], Buffer>(
      `SELECT ${column} FROM ledger_tile WHERE level = ? AND place >= ? ORDER BY place LIMIT ?`,
    )
    .pluck();
  const leaves = leafHashesAt(db);
  return (level, index, width) => {
    if (width === tileWidth) return complete.get(level, index) ?? Buffer.alloc(0);
    if (level === 0) return leaves(index, width);
    return Buffer.concat(below.all(level - 1, index * tileWidth, width).map(rootOf));
  };
}

/** Tiles of level 0 as the entries give them, not as they are stored. */
export function leafHashesAt(db: Db): (index: number, width: number) => Buffer {
  const hashes = db
    .prepare<[number, number], Buffer>('SELECT hash FROM ledger_entry WHERE seq >= ? ORDER BY seq LIMIT ?')
    .pluck();
  return (index, width) => Buffer.concat(hashes.all(index * tileWidth, width));
}

/** Takes the tree up where the database left it. */
export function loadTree(db: Db): GrowingTiles {
  return GrowingTiles.resume(ledgerSize(db), recomputedTileSource(db));
}
