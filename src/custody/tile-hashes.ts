import { CustodyError } from './error.ts';
import { hashBytes, subtreeRoot } from './merkle.ts';
import type { HashReader } from './proof.ts';
import { type Tile, tileWidth, wholeTile } from './tiles.ts';

/** The bytes of a hash tile of this level, index and width. The reader asks only for tiles of its tree. */
export type TileSource = (level: number, index: number, width: number) => Uint8Array;

/**
 * Hashes of complete subtrees, read off the tiles of a tree of `size` entries. A tile is fetched once for the life of
 * the reader, so make one for a proof or a batch of them. What a tile says is not checked here: a proof is checked
 * against the signed root.
 */
export class TileHashReader implements HashReader {
  readonly #source: TileSource;
  readonly #size: number;
  readonly #seen = new Map<string, Uint8Array>();

  constructor(source: TileSource, size: number) {
    this.#source = source;
    this.#size = size;
  }

  hash(level: number, index: number): Uint8Array {
    if (!(index >= 0) || (index + 1) * 2 ** level > this.#size)
      throw new CustodyError('custody.proof_out_of_range', {
        wanted: (index + 1) * 2 ** level - 1,
        size: this.#size,
      });
    const tileLevel = Math.floor(level / 8);
    const span = 2 ** (level - tileLevel * 8);
    const first = index * span;
    const hashes = this.#tile(tileLevel, Math.floor(first / tileWidth));
    const from = (first % tileWidth) * hashBytes;
    return subtreeRoot(hashes.subarray(from, from + span * hashBytes));
  }

  #tile(level: number, index: number): Uint8Array {
    const name = `${level}/${index}`;
    const seen = this.#seen.get(name);
    if (seen !== undefined) return seen;
    const inLevel = Math.floor(this.#size / tileWidth ** level);
    const tile: Tile = { level, index, width: Math.min(tileWidth, inLevel - index * tileWidth) };
    const hashes = wholeTile(tile, this.#source(level, index, tile.width));
    this.#seen.set(name, hashes);
    return hashes;
  }
}
