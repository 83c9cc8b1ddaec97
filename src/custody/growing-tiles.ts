import { CompactTree, hashBytes, subtreeLevels } from './merkle.ts';
import { TileHashReader, type TileSource } from './tile-hashes.ts';
import { type Tile, tileWidth } from './tiles.ts';

/** A hash tile with its bytes. */
export interface FilledTile {
  readonly tile: Tile;
  readonly bytes: Uint8Array;
}

/** One that is full, with the hash that it contributes to the level above it. */
export interface CompleteTile extends FilledTile {
  readonly root: Uint8Array;
}

/**
 * The growing edge of the tree: its frontier and the rightmost, unfinished tile of each level, some ten kilobytes
 * whatever the size. Appending hands out each hash tile at the moment it is full; `partial` gives the unfinished ones
 * for a checkpoint.
 */
export class GrowingTiles {
  readonly #tree: CompactTree;
  /** By tile level: the hashes gathered for the unfinished tile. */
  readonly #edge: Uint8Array[][];

  private constructor(tree: CompactTree, edge: Uint8Array[][]) {
    this.#tree = tree;
    this.#edge = edge;
  }

  static empty(): GrowingTiles {
    return new GrowingTiles(new CompactTree(), []);
  }

  /** Takes up a tree of `size` entries from its rightmost tiles, full or partial. */
  static resume(size: number, source: TileSource): GrowingTiles {
    const reader = new TileHashReader(source, size);
    let start = 0;
    const frontier = subtreeLevels(size).map((level) => {
      const hash = reader.hash(level, start / 2 ** level);
      start += 2 ** level;
      return hash;
    });
    const edge: Uint8Array[][] = [];
    for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) {
      const width = count % tileWidth;
      edge.push(Array.from({ length: width }, (_, i) => reader.hash(level * 8, count - width + i)));
    }
    return new GrowingTiles(new CompactTree(size, frontier), edge);
  }

  get size(): number {
    return this.#tree.size;
  }

  root(): Uint8Array {
    return this.#tree.root();
  }

  /** Appends one leaf hash and returns the hash tiles that it completed, lowest level first. */
  append(leaf: Uint8Array): readonly CompleteTile[] {
    const complete: CompleteTile[] = [];
    let full: FilledTile | null = null;
    this.#tree.append(leaf, (level, index, hash) => {
      if (level % 8 !== 0) return;
      // The subtree over a full tile is complete with the same leaf, eight levels up.
      if (full !== null) complete.push({ ...full, root: hash });
      full = null;
      const edge = this.#edgeAt(level / 8);
      edge.push(hash);
      if (edge.length < tileWidth) return;
      const tile: Tile = { level: level / 8, index: Math.floor(index / tileWidth), width: tileWidth };
      full = { tile, bytes: Buffer.concat(edge.splice(0), tileWidth * hashBytes) };
    });
    return complete;
  }

  /** The partial tiles at the present size, lowest level first. */
  partial(): readonly FilledTile[] {
    return this.#edge.flatMap((edge, level) => {
      if (edge.length === 0) return [];
      const index = Math.floor(this.size / tileWidth ** (level + 1));
      return [{ tile: { level, index, width: edge.length }, bytes: Buffer.concat(edge) }];
    });
  }

  #edgeAt(level: number): Uint8Array[] {
    const edge = this.#edge[level] ?? [];
    this.#edge[level] = edge;
    return edge;
  }
}
