import { CustodyError } from './error.ts';
import { hashBytes } from './merkle.ts';

/** Hashes, or entries, in a full tile: height 8 (c2sp.org/tlog-tiles). */
export const tileWidth = 256;
/** Bytes of the longest entry: its length is a uint16 in the bundle. */
export const entryLimit = 65_535;

/**
 * One tile. At level L its hashes are roots of complete subtrees of 256^L entries; `entries` holds the entries
 * themselves. A width below 256 makes it partial.
 */
export interface Tile {
  readonly level: number | 'entries';
  /** Place within the level, from 0. */
  readonly index: number;
  readonly width: number;
}

/** `tile/<L>/<N>[.p/<W>]`: N in groups of three digits, all but the last with an x, so that folders stay small. */
export function tilePath(tile: Tile): string {
  let groups = String(tile.index % 1000).padStart(3, '0');
  for (let rest = Math.floor(tile.index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups = `x${String(rest % 1000).padStart(3, '0')}/${groups}`;
  return `tile/${tile.level}/${groups}${tile.width === tileWidth ? '' : `.p/${tile.width}`}`;
}

const pathForm = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/;

/** Reads a path, and refuses every spelling but the one `tilePath` writes. Error: `custody.tile_path_malformed`. */
export function parseTilePath(path: string): Tile {
  const [, level, groups, width] = pathForm.exec(path) ?? [];
  if (level === undefined || groups === undefined)
    throw new CustodyError('custody.tile_path_malformed', { path });
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  const inRange = Number.isSafeInteger(tile.index) && tile.width >= 1 && tile.width <= tileWidth;
  if (!inRange || (tile.level !== 'entries' && tile.level > 63) || tilePath(tile) !== path)
    throw new CustodyError('custody.tile_path_malformed', { path });
  return tile;
}

/** The hash tiles of a tree of this size, level by level, each level's partial one last. */
export function tilesOf(size: number): Generator<Tile> {
  return newTiles(0, size);
}

/** The hash tiles that a tree has at the larger size and did not have at the smaller one. */
export function* newTiles(from: number, to: number): Generator<Tile> {
  for (let level = 0, before = from, after = to; after > 0; level++) {
    yield* newInLevel(level, before, after);
    before = Math.floor(before / tileWidth);
    after = Math.floor(after / tileWidth);
  }
}

/** The entry bundles of a ledger of this size. */
export function bundlesOf(size: number): Generator<Tile> {
  return newBundles(0, size);
}

/** The entry bundles that a ledger has at the larger size and did not have at the smaller one. */
export function newBundles(from: number, to: number): Generator<Tile> {
  return newInLevel('entries', from, to);
}

function* newInLevel(level: Tile['level'], before: number, after: number): Generator<Tile> {
  if (after <= before) return;
  const full = Math.floor(after / tileWidth);
  for (let index = Math.floor(before / tileWidth); index < full; index++)
    yield { level, index, width: tileWidth };
  if (after % tileWidth > 0) yield { level, index: full, width: after % tileWidth };
}

/** The bytes of an entry bundle: for each entry its length as a big-endian uint16 and itself. */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  const bundle = Buffer.allocUnsafe(entries.reduce((bytes, entry) => bytes + 2 + entry.length, 0));
  let offset = 0;
  for (const entry of entries) {
    if (entry.length > entryLimit)
      throw new CustodyError('custody.entry_too_large', {
        type: 'ledger',
        bytes: entry.length,
        limit: entryLimit,
      });
    offset = bundle.writeUInt16BE(entry.length, offset);
    bundle.set(entry, offset);
    offset += entry.length;
  }
  return bundle;
}

/** Splits a bundle of exactly `width` entries; they share its memory. Error: `custody.bundle_damaged`. */
export function decodeBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let offset = 0;
  while (offset + 2 <= bytes.length) {
    const end = offset + 2 + view.getUint16(offset);
    if (end > bytes.length) break;
    entries.push(bytes.subarray(offset + 2, end));
    offset = end;
  }
  if (offset !== bytes.length || entries.length !== width)
    throw new CustodyError('custody.bundle_damaged', { expected: width, found: entries.length });
  return entries;
}

/** The bytes of a tile, if they are as many as its hashes take. Error: `custody.tile_damaged`. */
export function wholeTile(tile: Tile, bytes: Uint8Array): Uint8Array {
  if (bytes.length !== tile.width * hashBytes)
    throw new CustodyError('custody.tile_damaged', {
      path: tilePath(tile),
      expected: tile.width * hashBytes,
      found: bytes.length,
    });
  return bytes;
}
