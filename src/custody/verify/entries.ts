import type { Db } from '../database.ts';
import { GrowingTiles } from '../growing-tiles.ts';
import { hashBytes, leafHash, prefixedHash, sameHash } from '../merkle.ts';
import type { Leaf } from '../parse-leaf.ts';
import type { TileSource } from '../tile-hashes.ts';
import { tilePath, tileWidth } from '../tiles.ts';
import { type DamageReport, readable } from './damage.ts';
import { glanceAtTime, isBefore, readLeaf } from './entry-glance.ts';
import { EntryRows, type EntryRun } from './entry-rows.ts';

/** What a walk over all entries found beside damage. */
export interface EntryWalk {
  /** The place after the last entry: the ledger's size, gaps counted. */
  readonly size: number;
  /** Whether every page could be read; if not, nothing can be said about what comes after `size`. */
  readonly toTheEnd: boolean;
  /** Up to where no entry is missing: there the recomputed tree is the ledger's. */
  readonly wholeUpTo: number;
  /** The recomputed root of all entries; null where one is missing. */
  readonly root: Uint8Array | null;
  /** The recomputed root at each size that was asked for and reached before any gap. */
  readonly roots: ReadonlyMap<number, Uint8Array>;
  readonly lastAt: string | null;
  /** Entries that differ from their stored tile, the first of each tile; the signed roots decide who is wrong. */
  readonly suspects: readonly Suspect[];
  /** Hash tiles above level 0, as the entries make them. */
  readonly tiles: TileSource;
}

/** What is found where there is no ledger any more. */
export const noEntries: EntryWalk = {
  size: 0,
  toTheEnd: true,
  wholeUpTo: 0,
  root: null,
  roots: new Map(),
  lastAt: null,
  suspects: [],
  tiles: () => new Uint8Array(0),
};

export interface Suspect {
  readonly seq: number;
  readonly inTile: string;
  readonly inEntry: string;
}

/**
 * Reads every entry in order: its place, its hash, its own word on its place and time; grows the tree anew and
 * compares it with the stored tiles. `sizes` are those for which a root is wanted.
 */
export function walkEntries(db: Db, sizes: ReadonlySet<number>, damage: DamageReport): EntryWalk {
  return new Walk(db, damage, sizes).run();
}

class Walk {
  readonly #db: Db;
  readonly #damage: DamageReport;
  readonly #sizes: ReadonlySet<number>;
  readonly #tree = GrowingTiles.empty();
  readonly #roots = new Map<number, Uint8Array>();
  readonly #suspects: Suspect[] = [];
  /** Tiles of level 1 and up by `level/index`: 32 bytes for each 256 entries. */
  readonly #upper = new Map<string, Uint8Array>();
  readonly #rows: EntryRows;
  readonly #hashAt;
  readonly #tileAt;
  /** Whether the tree has grown over every entry so far. */
  #whole = true;
  #lastAt = '';
  #next = 0;

  constructor(db: Db, damage: DamageReport, sizes: ReadonlySet<number>) {
    this.#db = db;
    this.#damage = damage;
    this.#sizes = sizes;
    this.#rows = new EntryRows(db);
    this.#hashAt = db.prepare<[number], unknown>('SELECT hash FROM ledger_entry WHERE seq = ?').pluck();
    this.#tileAt = db
      .prepare<[number, number], unknown>('SELECT hashes FROM ledger_tile WHERE level = ? AND place = ?')
      .pluck();
  }

  run(): EntryWalk {
    this.#noteRoot();
    const toTheEnd = readable(
      this.#damage,
      'entry_altered',
      () => `entry ${this.#next}`,
      () => this.#all(),
      false,
    );
    if (toTheEnd) this.#surplusTiles();
    for (const { tile, bytes } of this.#tree.partial()) this.#upper.set(`${tile.level}/${tile.index}`, bytes);
    return {
      size: this.#next,
      toTheEnd,
      wholeUpTo: this.#tree.size,
      root: this.#whole ? this.#tree.root() : null,
      roots: this.#roots,
      lastAt: this.#lastAt === '' ? null : this.#lastAt,
      suspects: this.#suspects,
      tiles: (level, index, width) =>
        this.#upper.get(`${level}/${index}`)?.subarray(0, width * hashBytes) ?? new Uint8Array(0),
    };
  }

  #all(): true {
    for (const seq of this.#rows.belowZero())
      this.#damage.add('entry_missing', `entry ${seq}`, 'places from 0', `entry ${seq}`);
    for (;;) {
      const run = this.#rows.run(this.#next);
      if (run !== null && this.#soundRun(run)) continue;
      const rows = this.#rows.from(this.#next);
      for (const [seq, leaf, hash] of rows) this.#row(seq, leaf, hash);
      if (rows.length === 0) return true;
    }
  }

  /** Takes in a stretch in which nothing is wrong; false, and nothing is taken in, where something may be. */
  #soundRun({ bytes, starts, ends }: EntryRun): boolean {
    const first = this.#next;
    const text = bytes.toString('latin1');
    const hashes: Buffer[] = [];
    let lastAt = this.#lastAt;
    for (const [i, start] of starts.entries()) {
      const end = ends[i] ?? start;
      const hash = bytes.subarray(end, end + hashBytes);
      const at = glanceAtTime(text, start + 1, end, first + i);
      if (at === null || isBefore(at, lastAt)) return false;
      if (!prefixedHash(bytes.subarray(start, end)).equals(hash)) return false;
      lastAt = at;
      hashes.push(hash);
    }
    this.#lastAt = lastAt;
    for (const hash of hashes) {
      this.#grow(this.#next, hash);
      this.#next += 1;
    }
    return true;
  }

  #row(seq: number, leaf: unknown, hash: unknown): void {
    if (seq !== this.#next) {
      this.#damage.addEntry('entry_missing', this.#next, `entry ${this.#next}`, `entry ${seq}`);
      this.#whole = false;
    }
    this.#next = seq + 1;
    if (Buffer.isBuffer(leaf) && Buffer.isBuffer(hash) && hash.length === hashBytes) {
      this.#entry(seq, leaf, hash);
      // With the stored hash the tree goes on as it was signed, and later damage still shows for itself.
      this.#grow(seq, hash);
    } else {
      this.#damage.addEntry('entry_altered', seq, 'an entry and its hash', 'other values');
      this.#whole = false;
    }
  }

  #entry(seq: number, leaf: Buffer, hash: Buffer): void {
    const made = leafHash(leaf);
    if (!made.equals(hash)) {
      this.#differs(seq, hash, made, readLeaf(leaf));
      return;
    }
    const at = glanceAtTime(leaf.toString('latin1'), 0, leaf.length, seq);
    if (at === null) this.#strictly(seq, readLeaf(leaf));
    else this.#time(seq, at);
  }

  /** Another entry's bytes in this place is a changed order; anything else a changed entry. */
  #differs(seq: number, hash: Buffer, made: Buffer, leaf: Leaf | null): void {
    const elsewhere = leaf === null || leaf.seq === seq ? null : this.#hashAt.get(leaf.seq);
    const moved = Buffer.isBuffer(elsewhere) && elsewhere.equals(made);
    if (moved) this.#damage.addEntry('entry_missing', seq, `entry ${seq}`, `entry ${leaf?.seq}`);
    else this.#damage.addEntry('entry_altered', seq, hash.toString('hex'), made.toString('hex'));
  }

  #strictly(seq: number, leaf: Leaf | null): void {
    if (leaf === null) {
      this.#damage.addEntry('entry_altered', seq, 'a canonical entry', 'other bytes');
      return;
    }
    if (leaf.seq !== seq) this.#damage.addEntry('entry_missing', seq, `entry ${seq}`, `entry ${leaf.seq}`);
    this.#time(seq, leaf.at);
  }

  #time(seq: number, at: string): void {
    if (isBefore(at, this.#lastAt))
      this.#damage.addEntry('entry_missing', seq, `a time not before ${this.#lastAt}`, at);
    this.#lastAt = at;
  }

  #noteRoot(): void {
    if (this.#whole && this.#sizes.has(this.#tree.size)) this.#roots.set(this.#tree.size, this.#tree.root());
  }

  #grow(seq: number, hash: Uint8Array): void {
    if (!this.#whole) return;
    for (const { tile, bytes } of this.#tree.append(hash)) {
      if (tile.level === 'entries') continue;
      if (tile.level > 0) this.#upper.set(`${tile.level}/${tile.index}`, bytes);
      const path = tilePath(tile);
      const look = (): unknown => this.#tileAt.get(Number(tile.level), tile.index);
      const stored = readable(this.#damage, 'catalogue_differs', () => path, look, null);
      if (Buffer.isBuffer(stored) && stored.equals(bytes)) continue;
      if (!Buffer.isBuffer(stored)) this.#damage.add('catalogue_differs', path, 'the tile', 'nothing');
      else if (tile.level === 0) this.#tileDiffers(seq - tileWidth + 1, stored, bytes);
      else this.#upperDiffers(path, seq, stored, bytes);
    }
    this.#noteRoot();
  }

  #tileDiffers(first: number, stored: Buffer, bytes: Uint8Array): void {
    for (let i = 0; i < tileWidth; i++) {
      const [was, is] = [stored, bytes].map((all) => all.subarray(i * hashBytes, (i + 1) * hashBytes));
      if (was === undefined || is === undefined || sameHash(was, is)) continue;
      // Told already: the leaf does not give this hash.
      if (this.#damage.amongEntries(first + i, first + i + 1)) continue;
      const [inTile = '', inEntry = ''] = [was, is].map((one) => Buffer.from(one).toString('hex'));
      this.#suspects.push({ seq: first + i, inTile, inEntry });
      return;
    }
  }

  /** An altered entry goes through to the tiles above; only a tile that stands alone in it is damage of its own. */
  #upperDiffers(path: string, seq: number, stored: Buffer, bytes: Uint8Array): void {
    const below = this.#suspects.length > 0 || this.#damage.amongEntries(0, seq + 1);
    if (!below) this.#damage.add('catalogue_differs', path, hexOf(bytes), hexOf(stored));
  }

  /** Tiles of more entries than there are remain when the newest ones are cut off. */
  #surplusTiles(): void {
    const keys = this.#db.prepare<[], { level: number; place: number }>(
      'SELECT level, place FROM ledger_tile ORDER BY level, place',
    );
    const all = readable(
      this.#damage,
      'catalogue_differs',
      () => 'ledger_tile',
      () => keys.all(),
      [],
    );
    for (const { level, place } of all) {
      const entries = (place + 1) * tileWidth ** (level + 1);
      if (level >= 0 && place >= 0 && entries <= this.#next) continue;
      const kind =
        level >= 0 && place >= 0 && Number.isSafeInteger(entries) ? 'truncated' : 'catalogue_differs';
      this.#damage.add(kind, `tile ${level}/${place}`, `a ledger of ${entries} entries`, `${this.#next}`);
    }
  }
}

function hexOf(bytes: Uint8Array): string {
  return `SHA-256 ${Buffer.from(leafHash(bytes)).toString('hex')}`;
}
