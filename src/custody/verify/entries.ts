import type { Db } from '../database.ts';
import { GrowingTiles } from '../growing-tiles.ts';
import { hashBytes, leafHash, sameHash } from '../merkle.ts';
import { type Leaf, parseLeaf } from '../parse-leaf.ts';
import { tilePath, tileWidth } from '../tiles.ts';
import type { DamageReport } from './damage.ts';

/** What a walk over all entries found beside damage. */
export interface EntryWalk {
  /** Number of rows; the ledger's size where nothing is missing. */
  readonly size: number;
  /** The recomputed root at each size that was asked for and reached. */
  readonly roots: ReadonlyMap<number, Uint8Array>;
  /** The public key that the first entry names, where it can be read. */
  readonly publicKey: string | null;
  readonly lastAt: string | null;
  /** The first entry whose hash is not the one in its stored tile; the signed roots decide which of both is wrong. */
  readonly suspect: Suspect | null;
}

export interface Suspect {
  readonly seq: number;
  readonly inTile: string;
  readonly inEntry: string;
}

interface Row {
  readonly seq: number;
  readonly leaf: Buffer;
  readonly hash: Buffer;
}

/**
 * Reads every entry in order: its place, its hash, its own word on its place and time; grows the tree anew and
 * compares it with the stored tiles. `sizes` are those for which a root is wanted.
 */
export function walkEntries(db: Db, sizes: ReadonlySet<number>, damage: DamageReport): EntryWalk {
  return new Walk(db, damage).run(sizes);
}

class Walk {
  readonly #db: Db;
  readonly #damage: DamageReport;
  readonly #tree = GrowingTiles.empty();
  readonly #roots = new Map<number, Uint8Array>();
  readonly #hashAt;
  readonly #tileAt;
  #publicKey: string | null = null;
  #suspect: Suspect | null = null;
  #lastAt = '';
  #next = 0;

  constructor(db: Db, damage: DamageReport) {
    this.#db = db;
    this.#damage = damage;
    this.#hashAt = db.prepare<[number], Buffer>('SELECT hash FROM ledger_entry WHERE seq = ?').pluck();
    this.#tileAt = db
      .prepare<[number, number], Buffer>('SELECT hashes FROM ledger_tile WHERE level = ? AND place = ?')
      .pluck();
  }

  run(sizes: ReadonlySet<number>): EntryWalk {
    const rows = this.#db.prepare<[], Row>('SELECT seq, leaf, hash FROM ledger_entry ORDER BY seq');
    if (sizes.has(0)) this.#roots.set(0, this.#tree.root());
    let size = 0;
    for (const row of rows.iterate()) {
      this.#row(row);
      size += 1;
      if (sizes.has(size)) this.#roots.set(size, this.#tree.root());
    }
    const lastAt = this.#lastAt === '' ? null : this.#lastAt;
    return { size, roots: this.#roots, publicKey: this.#publicKey, lastAt, suspect: this.#suspect };
  }

  #row(row: Row): void {
    if (row.seq !== this.#next) {
      this.#damage.add('entry_missing', `entry ${this.#next}`, `entry ${this.#next}`, `entry ${row.seq}`);
    }
    this.#next = row.seq + 1;
    const hash = leafHash(row.leaf);
    const leaf = readLeaf(row.leaf);
    if (!sameHash(hash, row.hash)) this.#differs(row, hash, leaf);
    else if (leaf === null)
      this.#damage.add('entry_altered', `entry ${row.seq}`, 'a canonical entry', 'other bytes');
    else this.#sound(row.seq, leaf);
    // With the stored hash the tree goes on as it was signed, and later damage still shows for itself.
    this.#grow(row.seq, row.hash);
  }

  /** Another entry's bytes in this place is a changed order; anything else a changed entry. */
  #differs(row: Row, hash: Buffer, leaf: Leaf | null): void {
    const place = `entry ${row.seq}`;
    const moved = leaf !== null && leaf.seq !== row.seq && this.#hashAt.get(leaf.seq)?.equals(hash) === true;
    if (moved) this.#damage.add('entry_missing', place, place, `entry ${leaf.seq}`);
    else this.#damage.add('entry_altered', place, row.hash.toString('hex'), hash.toString('hex'));
  }

  #sound(seq: number, leaf: Leaf): void {
    const place = `entry ${seq}`;
    if (leaf.seq !== seq) this.#damage.add('entry_missing', place, place, `entry ${leaf.seq}`);
    if (leaf.at < this.#lastAt) {
      this.#damage.add('entry_missing', place, `a time not before ${this.#lastAt}`, leaf.at);
    }
    this.#lastAt = leaf.at;
    if (seq === 0 && leaf.type === 'station.initialised') {
      const key = leaf.data['publicKey'];
      this.#publicKey = typeof key === 'string' ? key : null;
    }
  }

  #grow(seq: number, hash: Uint8Array): void {
    if (this.#damage.has('entry_missing')) return;
    for (const { tile, bytes } of this.#tree.append(hash)) {
      if (tile.level === 'entries') continue;
      const stored = this.#tileAt.get(tile.level, tile.index);
      if (stored !== undefined && Buffer.compare(stored, bytes) === 0) continue;
      if (this.#damage.inEntries) continue;
      const path = tilePath(tile);
      if (stored === undefined) this.#damage.add('catalogue_differs', path, 'the tile', 'nothing');
      else if (tile.level === 0) this.#tileDiffers(seq - tileWidth + 1, stored, bytes);
      else this.#damage.add('catalogue_differs', path, 'the hashes of the tiles below', 'others');
    }
  }

  #tileDiffers(first: number, stored: Uint8Array, bytes: Uint8Array): void {
    for (let i = 0; i < tileWidth; i++) {
      const [was, is] = [stored, bytes].map((all) => all.subarray(i * hashBytes, (i + 1) * hashBytes));
      if (was === undefined || is === undefined || sameHash(was, is)) continue;
      const [inTile = '', inEntry = ''] = [was, is].map((one) => Buffer.from(one).toString('hex'));
      this.#suspect ??= { seq: first + i, inTile, inEntry };
      return;
    }
  }
}

function readLeaf(bytes: Buffer): Leaf | null {
  try {
    return parseLeaf(bytes);
  } catch {
    return null;
  }
}
