import type { Db } from './database.ts';
import { CustodyError } from './error.ts';
import { ledgerSize, loadTree, recomputedTileSource } from './ledger-tiles.ts';
import { leafHash, sameHash } from './merkle.ts';
import { type Leaf, parseLeaf } from './parse-leaf.ts';
import { type Projector, project } from './projector.ts';
import { rootAt } from './proof.ts';
import { storedEntry } from './stored-entry.ts';
import { TileHashReader } from './tile-hashes.ts';
import { decodeBundle, newBundles, type Tile, tilePath, tileWidth } from './tiles.ts';
import type { OpenedCheckpoint } from './verify/checkpoints.ts';
import type { LogReader } from './verify/log-objects.ts';

/** What came back, from which entry to which (without the last). */
export interface BroughtBack {
  readonly from: number;
  readonly to: number;
  /** Personal values that lay beside these entries and are in no vault, by field. */
  readonly lost: Readonly<Record<string, number>>;
}

/**
 * Refuses a ledger that is not the one these heads were signed over, as far as it goes.
 * Error: `custody.other_history`.
 */
export function requireSameHistory(db: Db, heads: readonly OpenedCheckpoint[]): void {
  const size = ledgerSize(db);
  const within = heads.filter(({ checkpoint }) => checkpoint.size <= size);
  // The newest of them holds the older ones; a walk over all entries compares every one.
  const newest = within.toSorted((a, b) => b.checkpoint.size - a.checkpoint.size)[0];
  if (newest === undefined) return;
  const { place, checkpoint } = newest;
  const root = rootAt(checkpoint.size, new TileHashReader(recomputedTileSource(db), checkpoint.size));
  if (!sameHash(root, checkpoint.root)) throw otherHistory(place, checkpoint.size, checkpoint.root, root);
}

/**
 * Appends to a ledger what its vault has beyond it: entries from the published bundles, each root held against the head
 * that was signed over it. Their personal values are in no vault. The caller owns the database alone and throws it away
 * where this fails. `heads` are signed by the station's key.
 *
 * Errors: `custody.other_history` where ledger and vault are not of one history, `custody.log_unsound` where the
 * vault's own copy is not whole.
 */
export async function bringBack(
  db: Db,
  vault: LogReader,
  heads: readonly OpenedCheckpoint[],
  projectors: readonly Projector[],
): Promise<BroughtBack> {
  requireSameHistory(db, heads);
  const from = ledgerSize(db);
  const to = Math.max(from, ...heads.map(({ checkpoint }) => checkpoint.size));
  const growth = new Growth(db, heads, projectors);
  for (const tile of newBundles(from, to)) {
    const leaves = await bundleOf(vault, tile);
    db.transaction(() => growth.take(tile, leaves))();
  }
  keepHeads(db, heads);
  return { from, to, lost: growth.lost };
}

class Growth {
  readonly lost: Record<string, number> = {};
  readonly #heads: ReadonlyMap<number, OpenedCheckpoint>;
  readonly #tree;
  readonly #apply;
  readonly #sql;

  constructor(db: Db, heads: readonly OpenedCheckpoint[], projectors: readonly Projector[]) {
    this.#heads = new Map(heads.map((one) => [one.checkpoint.size, one]));
    this.#tree = loadTree(db);
    this.#apply = project(db, projectors);
    this.#sql = statements(db);
  }

  take(tile: Tile, leaves: readonly Uint8Array[]): void {
    for (const [i, leaf] of leaves.entries()) {
      const seq = tile.index * tileWidth + i;
      if (seq < this.#tree.size) this.#meet(tile, seq, leaf);
      else this.#append(tile, seq, leaf);
    }
  }

  /** An entry of the bundle that the ledger has already. */
  #meet(tile: Tile, seq: number, leaf: Uint8Array): void {
    const standing = this.#sql.hashAt.get(seq) ?? Buffer.alloc(0);
    const found = leafHash(leaf);
    if (!found.equals(standing)) throw otherHistory(`log/${tilePath(tile)}`, seq, found, standing);
  }

  #append(tile: Tile, seq: number, bytes: Uint8Array): void {
    const leaf = readLeaf(tile, bytes);
    if (leaf.seq !== seq) throw unsound(tilePath(tile), `entry ${leaf.seq}, not ${seq}`);
    const hash = leafHash(bytes);
    this.#sql.entry.run(seq, bytes, hash);
    for (const { tile: full, bytes: hashes, root } of this.#tree.append(hash))
      this.#sql.tile.run(full.level, full.index, hashes, root);
    this.#apply(storedEntry(bytes, [], true));
    for (const field of Object.keys(leaf.commit)) this.lost[field] = (this.lost[field] ?? 0) + 1;
    const head = this.#heads.get(this.#tree.size);
    if (head !== undefined && !sameHash(this.#tree.root(), head.checkpoint.root))
      throw unsound(head.place, `root ${hex(this.#tree.root())}, not ${hex(head.checkpoint.root)}`);
  }
}

function statements(db: Db) {
  return {
    hashAt: db.prepare<[number], Buffer>('SELECT hash FROM ledger_entry WHERE seq = ?').pluck(),
    entry: db.prepare('INSERT INTO ledger_entry (seq, leaf, hash) VALUES (?, ?, ?)'),
    tile: db.prepare('INSERT INTO ledger_tile (level, place, hashes, root) VALUES (?, ?, ?, ?)'),
  };
}

/** The signed heads of the vault stand in the ledger too, and are published already. */
function keepHeads(db: Db, heads: readonly OpenedCheckpoint[]): void {
  const keep = db.prepare('INSERT OR IGNORE INTO ledger_checkpoint (size, note) VALUES (?, ?)');
  const published = db.prepare(
    `INSERT INTO work_published (name, value) VALUES ('ledger', ?)
     ON CONFLICT DO UPDATE SET value = max(value, excluded.value)`,
  );
  db.transaction(() => {
    for (const { checkpoint, note } of heads) {
      keep.run(checkpoint.size, Buffer.from(note).toString('utf8'));
      published.run(checkpoint.size);
    }
  })();
}

/** The entries of one published bundle. Error: `custody.log_unsound`. */
export async function bundleOf(vault: LogReader, tile: Tile): Promise<readonly Uint8Array[]> {
  const name = tilePath(tile);
  const bytes = await vault.getLog(name);
  if (bytes === null) throw unsound(name, 'no such object');
  try {
    return decodeBundle(bytes, tile.width);
  } catch (error) {
    if (error instanceof CustodyError) throw unsound(name, error.message, error);
    throw error;
  }
}

function readLeaf(tile: Tile, bytes: Uint8Array): Leaf {
  try {
    return parseLeaf(bytes);
  } catch (error) {
    if (error instanceof CustodyError) throw unsound(tilePath(tile), error.message, error);
    throw error;
  }
}

function otherHistory(place: string, size: number, expected: Uint8Array, found: Uint8Array): CustodyError {
  const roots = { expected: hex(expected), found: hex(found) };
  return new CustodyError('custody.other_history', { place, size, ...roots });
}

function unsound(name: string, found: string, cause?: unknown): CustodyError {
  return new CustodyError('custody.log_unsound', { name, found }, { cause });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
