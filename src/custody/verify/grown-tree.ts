import type { Db } from '../database.ts';
import { GrowingTiles } from '../growing-tiles.ts';
import { hashBytes, leafHash, sameHash } from '../merkle.ts';
import { tilePath, tileWidth } from '../tiles.ts';
import { type DamageReport, readable } from './damage.ts';

/** An entry whose hash is not the one in its stored tile; the signed roots decide which of both is wrong. */
export interface Suspect {
  readonly seq: number;
  readonly inTile: string;
  readonly inEntry: string;
}

/** The tree as the entries make it anew, held against the stored tiles while it grows. */
export class GrownTree {
  readonly roots = new Map<number, Uint8Array>();
  /** The first of each tile. */
  readonly suspects: Suspect[] = [];
  readonly #db: Db;
  readonly #damage: DamageReport;
  readonly #sizes: ReadonlySet<number>;
  readonly #tree = GrowingTiles.empty();
  /** Tiles of level 1 and up by `level/index`: 32 bytes for each 256 entries. */
  readonly #upper = new Map<string, Uint8Array>();
  #whole = true;

  /** @param sizes those for which a root is wanted */
  constructor(db: Db, sizes: ReadonlySet<number>, damage: DamageReport) {
    this.#db = db;
    this.#sizes = sizes;
    this.#damage = damage;
    this.#noteRoot();
  }

  get size(): number {
    return this.#tree.size;
  }

  /** The root of all entries; null where one is missing. */
  get root(): Uint8Array | null {
    return this.#whole ? this.#tree.root() : null;
  }

  /** An entry is missing: what comes after it has no place in the tree. */
  breakOff(): void {
    this.#whole = false;
  }

  grow(hash: Uint8Array): void {
    if (!this.#whole) return;
    for (const { tile, bytes, root } of this.#tree.append(hash)) {
      if (tile.level === 'entries') continue;
      if (tile.level > 0) this.#upper.set(`${tile.level}/${tile.index}`, bytes);
      this.#compare(tile.level, tile.index, bytes, root);
    }
    this.#noteRoot();
  }

  /** A hash tile above level 0, as the entries make it. */
  upperTile(level: number, index: number, width: number): Uint8Array {
    const last = (): Uint8Array | undefined =>
      this.#tree.partial().find(({ tile }) => tile.level === level && tile.index === index)?.bytes;
    const tile = this.#upper.get(`${level}/${index}`) ?? last();
    return tile?.subarray(0, width * hashBytes) ?? new Uint8Array(0);
  }

  #noteRoot(): void {
    if (this.#sizes.has(this.#tree.size)) this.roots.set(this.#tree.size, this.#tree.root());
  }

  #compare(level: number, index: number, bytes: Uint8Array, root: Uint8Array): void {
    const path = tilePath({ level, index, width: tileWidth });
    const look = (): { hashes: unknown; root: unknown } | undefined =>
      this.#db
        .prepare<[number, number], { hashes: unknown; root: unknown }>(
          'SELECT hashes, root FROM ledger_tile WHERE level = ? AND place = ?',
        )
        .get(level, index);
    const stored = readable(this.#damage, 'catalogue_differs', () => path, look, null);
    const hashes = stored?.hashes;
    if (!Buffer.isBuffer(hashes)) this.#damage.add('catalogue_differs', path, 'the tile', 'nothing');
    else if (!hashes.equals(bytes) && level === 0) this.#leavesDiffer(index * tileWidth, hashes, bytes);
    else if (!hashes.equals(bytes)) this.#upperDiffers(path, hashes, bytes);
    else if (!Buffer.isBuffer(stored?.root) || !stored.root.equals(root))
      this.#damage.add('catalogue_differs', `root of ${path}`, hex(root), 'another value');
  }

  #leavesDiffer(first: number, stored: Buffer, bytes: Uint8Array): void {
    for (let i = 0; i < tileWidth; i++) {
      const [was, is] = [stored, bytes].map((all) => all.subarray(i * hashBytes, (i + 1) * hashBytes));
      if (was === undefined || is === undefined || sameHash(was, is)) continue;
      // Told already: the leaf does not give this hash.
      if (this.#damage.amongEntries(first + i, first + i + 1)) continue;
      this.suspects.push({ seq: first + i, inTile: hex(was), inEntry: hex(is) });
      return;
    }
  }

  /** An altered entry goes through to the tiles above; only a tile that stands alone in it is damage of its own. */
  #upperDiffers(path: string, stored: Buffer, bytes: Uint8Array): void {
    if (this.suspects.length > 0 || this.#damage.amongEntries(0, this.size)) return;
    this.#damage.add('catalogue_differs', path, hex(leafHash(bytes)), hex(leafHash(stored)));
  }

  /** Tiles of more entries than there are remain when the newest ones are cut off. */
  tellSurplus(entries: number): void {
    const read = () =>
      this.#db
        .prepare<[], { level: number; place: number }>(
          'SELECT level, place FROM ledger_tile ORDER BY level, place',
        )
        .all();
    for (const { level, place } of readable(
      this.#damage,
      'catalogue_differs',
      () => 'ledger_tile',
      read,
      [],
    )) {
      const holds = (place + 1) * tileWidth ** (level + 1);
      const real = level >= 0 && place >= 0 && Number.isSafeInteger(holds);
      if (real && holds <= entries) continue;
      const kind = real ? 'truncated' : 'catalogue_differs';
      this.#damage.add(kind, `tile ${level}/${place}`, `a ledger of ${holds} entries`, `${entries}`);
    }
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
