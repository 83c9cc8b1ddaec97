import type { Db } from '../database.ts';
import { hashBytes, leafHash, prefixedHash } from '../merkle.ts';
import type { Leaf } from '../parse-leaf.ts';
import type { TileSource } from '../tile-hashes.ts';
import { type DamageReport, readable } from './damage.ts';
import { glanceAtTime, isBefore, readLeaf } from './entry-glance.ts';
import { EntryRows, type EntryRun } from './entry-rows.ts';
import { GrownTree, type Suspect } from './grown-tree.ts';

/** What a walk over all entries found beside damage. */
export interface EntryWalk {
  /** The place after the last entry: the ledger's size, gaps counted. */
  readonly size: number;
  /** The size that the last entry itself states: larger where one before was taken out and the rest moved up. */
  readonly statedSize: number;
  /** Whether every page could be read; if not, nothing can be said about what comes after `size`. */
  readonly toTheEnd: boolean;
  /** Up to where no entry is missing: there the recomputed tree is the ledger's. */
  readonly wholeUpTo: number;
  /** The recomputed root of all entries; null where one is missing. */
  readonly root: Uint8Array | null;
  /** The recomputed root at each size that was asked for and reached before any gap. */
  readonly roots: ReadonlyMap<number, Uint8Array>;
  readonly lastAt: string | null;
  readonly suspects: readonly Suspect[];
  /** Hash tiles above level 0, as the entries make them. */
  readonly tiles: TileSource;
}

/** What is found where there is no ledger: it is gone, or cannot be read. */
export function noEntries(gone: boolean): EntryWalk {
  const nothing = { size: 0, statedSize: 0, wholeUpTo: 0, root: null, roots: new Map(), lastAt: null };
  return { ...nothing, toTheEnd: gone, suspects: [], tiles: () => new Uint8Array(0) };
}

/**
 * Reads every entry in order: its place, its hash, its own word on its place and time; grows the tree anew and
 * compares it with the stored tiles. `sizes` are those for which a root is wanted.
 */
export function walkEntries(db: Db, sizes: ReadonlySet<number>, damage: DamageReport): EntryWalk {
  const walk = (): EntryWalk => new Walk(db, sizes, damage).run();
  return readable(damage, 'entry_altered', () => 'ledger_entry', walk, noEntries(false));
}

class Walk {
  readonly #damage: DamageReport;
  readonly #tree: GrownTree;
  readonly #rows: EntryRows;
  #lastAt = '';
  #next = 0;

  constructor(db: Db, sizes: ReadonlySet<number>, damage: DamageReport) {
    this.#damage = damage;
    this.#tree = new GrownTree(db, sizes, damage);
    this.#rows = new EntryRows(db);
  }

  run(): EntryWalk {
    const place = (): string => `entry ${this.#next}`;
    const toTheEnd = readable(this.#damage, 'entry_altered', place, () => this.#all(), false);
    if (toTheEnd) this.#tree.tellSurplus(this.#next);
    const { size, root, roots, suspects } = this.#tree;
    return {
      size: this.#next,
      statedSize: this.#statedSize(),
      toTheEnd,
      wholeUpTo: size,
      root: toTheEnd ? root : null,
      roots,
      lastAt: this.#lastAt === '' ? null : this.#lastAt,
      suspects,
      tiles: (level, index, width) => this.#tree.upperTile(level, index, width),
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
    const text = bytes.toString('latin1');
    const hashes: Buffer[] = [];
    let lastAt = this.#lastAt;
    for (const [i, start] of starts.entries()) {
      const end = ends[i] ?? start;
      const hash = bytes.subarray(end, end + hashBytes);
      const at = glanceAtTime(text, start + 1, end, this.#next + i);
      if (at === null || isBefore(at, lastAt)) return false;
      if (!prefixedHash(bytes.subarray(start, end)).equals(hash)) return false;
      lastAt = at;
      hashes.push(hash);
    }
    this.#lastAt = lastAt;
    this.#next += hashes.length;
    for (const hash of hashes) this.#tree.grow(hash);
    return true;
  }

  #row(seq: number, leaf: unknown, hash: unknown): void {
    if (seq !== this.#next) {
      this.#damage.addEntry('entry_missing', this.#next, `entry ${this.#next}`, `entry ${seq}`);
      this.#tree.breakOff();
    }
    this.#next = seq + 1;
    if (Buffer.isBuffer(leaf) && Buffer.isBuffer(hash) && hash.length === hashBytes) {
      this.#entry(seq, leaf, hash);
      // With the stored hash the tree goes on as it was signed, and later damage still shows for itself.
      this.#tree.grow(hash);
    } else {
      this.#damage.addEntry('entry_altered', seq, 'an entry and its hash', 'other values');
      this.#tree.breakOff();
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
    const elsewhere = leaf === null || leaf.seq === seq ? null : this.#rows.hashAt(leaf.seq);
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

  #statedSize(): number {
    const last = this.#rows.last();
    const stated = Buffer.isBuffer(last) ? readLeaf(last)?.seq : undefined;
    return Math.max(this.#next, (stated ?? -1) + 1);
  }
}
