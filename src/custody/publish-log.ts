import type { Db } from './database.ts';
import type { Ledger, WorkChange } from './ledger.ts';
import { tileSource } from './ledger-tiles.ts';
import type { TileSource } from './tile-hashes.ts';
import { encodeBundle, newBundles, newTiles, type Tile, tilePath, tileWidth } from './tiles.ts';

/** Where the ledger is written to, once each name: a vault. */
export interface LogStore {
  putLog(name: string, bytes: Uint8Array): Promise<void>;
}

/** The name of a checkpoint's log object: its size, so that names sort as the ledger grew. */
export function checkpointName(size: number): string {
  return `checkpoint/${String(size).padStart(12, '0')}`;
}

/**
 * Signs a checkpoint and writes into the vault, for every checkpoint that is not there yet, the entry bundles and tiles
 * that are new with it and last its note. From then on cutting off the newest entries, or losing the whole database,
 * is found out from the vault alone. May be repeated after a crash: the same name always gets the same bytes.
 */
export async function publishLog(
  ledger: Ledger,
  db: Db,
  vault: LogStore,
): Promise<{ size: number; note: string }> {
  const newest = await ledger.checkpoint();
  await publishCheckpoints(ledger, db, vault, 'ledger');
  return newest;
}

/**
 * Writes what is new with every checkpoint that a store has not got. @param store under which name it is remembered how
 * far it is: `ledger` for the vault, another for each mirror
 */
export async function publishCheckpoints(
  ledger: Ledger,
  db: Db,
  vault: LogStore,
  store: string,
): Promise<void> {
  let from = publishedSize(db, store);
  for (const { size, note } of checkpointsAfter(db, from)) {
    for (const { name, bytes } of logObjects(db, from, size)) await vault.putLog(name, bytes);
    await vault.putLog(checkpointName(size), Buffer.from(note));
    await ledger.append([], [publishedUpTo(store, size)]);
    from = size;
  }
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
}

/** The signed checkpoints of more than `size` entries, smallest first. */
export function checkpointsAfter(db: Db, size: number): readonly StoredCheckpoint[] {
  return db
    .prepare<[number], StoredCheckpoint>(
      'SELECT size, note FROM ledger_checkpoint WHERE size > ? ORDER BY size',
    )
    .all(size);
}

/** Bundles and tiles that a ledger has at one size and did not have at another, with their bytes. */
export function* logObjects(
  db: Db,
  from: number,
  to: number,
  tiles: TileSource = tileSource(db),
): Generator<{ tile: Tile; name: string; bytes: Uint8Array }> {
  for (const tile of newBundles(from, to)) yield { tile, name: tilePath(tile), bytes: bundleOf(db, tile) };
  for (const tile of newTiles(from, to)) {
    if (tile.level === 'entries') continue;
    yield { tile, name: tilePath(tile), bytes: tiles(tile.level, tile.index, tile.width) };
  }
}

function bundleOf(db: Db, { index, width }: Tile): Buffer {
  const leaves = db
    .prepare<[number, number], Buffer>('SELECT leaf FROM ledger_entry WHERE seq >= ? ORDER BY seq LIMIT ?')
    .pluck()
    .all(index * tileWidth, width);
  return encodeBundle(leaves);
}

/** Up to which size the vault, or another store, has the ledger. */
export function publishedSize(db: Db, store = 'ledger'): number {
  const size = db.prepare<[string], number>('SELECT value FROM work_published WHERE name = ?').pluck();
  return size.get(store) ?? 0;
}

function publishedUpTo(store: string, size: number): WorkChange {
  return {
    sql: `INSERT INTO work_published (name, value) VALUES (?, ?)
          ON CONFLICT DO UPDATE SET value = max(value, excluded.value)`,
    params: [store, size],
  };
}
