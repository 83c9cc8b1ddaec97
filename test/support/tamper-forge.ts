import { unlinkSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { canonical } from '../../src/custody/canonical.ts';
import { formatCheckpoint } from '../../src/custody/checkpoint.ts';
import type { AnyEntry } from '../../src/custody/entry.ts';
import { GrowingTiles } from '../../src/custody/growing-tiles.ts';
import { leafHash } from '../../src/custody/merkle.ts';
import { project } from '../../src/custody/projector.ts';
import { createStationKey, loadStationKey, type Signer } from '../../src/custody/station-key.ts';
import { entriesOf } from '../../src/custody/verify/replay.ts';
import { projectors } from '../../src/projections.ts';
import type { SpoilableStation } from './tamper-station.ts';

/** What somebody can do who has the machine: SQL, hashes, and keys. */

type LeafEdit = (leaf: Record<string, unknown>) => void;

/** Opens the database as its thief would, and leaves no journal behind. */
export function spoilDatabase({ places }: SpoilableStation, deed: (db: Database.Database) => void): void {
  const db = new Database(places.database);
  try {
    deed(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

export function leafAt(db: Database.Database, seq: number): Buffer {
  const leaf = db.prepare<[number], Buffer>('SELECT leaf FROM ledger_entry WHERE seq = ?').pluck().get(seq);
  if (leaf === undefined) throw new RangeError(`no entry ${seq}`);
  return leaf;
}

/** Turns one bit of a blob or text. */
export function flipIn(
  db: Database.Database,
  table: string,
  column: string,
  where: string,
  at: number,
): void {
  const value = db
    .prepare<[], Buffer | string>(`SELECT ${column} FROM ${table} WHERE ${where}`)
    .pluck()
    .get();
  if (value === undefined) throw new RangeError(`no row of ${table} where ${where}`);
  const bytes = Buffer.from(value);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`).run(
    typeof value === 'string' ? bytes.toString('utf8') : bytes,
  );
}

/** Rewrites an entry and gives it the hash of its new bytes. */
export function rewriteEntry(db: Database.Database, seq: number, edit: LeafEdit): void {
  const leaf: Record<string, unknown> = JSON.parse(leafAt(db, seq).toString('utf8'));
  edit(leaf);
  const bytes = canonical(leaf);
  db.prepare('UPDATE ledger_entry SET leaf = ?, hash = ? WHERE seq = ?').run(bytes, leafHash(bytes), seq);
}

/** Every hash and tile anew from the leaves as they are now. */
export function regrowTree(db: Database.Database): GrowingTiles {
  const tree = GrowingTiles.empty();
  db.exec('DELETE FROM ledger_tile');
  const tile = db.prepare('INSERT INTO ledger_tile (level, place, hashes, root) VALUES (?, ?, ?, ?)');
  const leaves = db.prepare<[], Buffer>('SELECT leaf FROM ledger_entry ORDER BY seq').pluck().all();
  for (const leaf of leaves)
    for (const full of tree.append(leafHash(leaf)))
      tile.run(full.tile.level, full.tile.index, full.bytes, full.root);
  return tree;
}

/** Signs the heads of all standing checkpoints anew, and one of all entries. */
export function signAnew(db: Database.Database, signer: Signer): void {
  const sizes = db.prepare<[], number>('SELECT size FROM ledger_checkpoint ORDER BY size').pluck().all();
  const hashes = db.prepare<[], Buffer>('SELECT hash FROM ledger_entry ORDER BY seq').pluck().all();
  db.exec('DELETE FROM ledger_checkpoint');
  const insert = db.prepare('INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?)');
  for (const size of new Set([...sizes.filter((one) => one <= hashes.length), hashes.length])) {
    const tree = GrowingTiles.empty();
    for (const hash of hashes.slice(0, size)) tree.append(hash);
    insert.run(size, signer.sign(formatCheckpoint({ origin: signer.name, size, root: tree.root() })));
  }
}

/** The catalogue as the entries now say, so that a replay finds nothing. */
export function remakeViews(db: Database.Database): void {
  for (const table of projectors.flatMap((one) => one.tables)) db.exec(`DELETE FROM ${table}`);
  const apply = project(db, projectors);
  const entries: AnyEntry[] = [];
  for (const { read } of entriesOf(db)) entries.push(read());
  for (const entry of entries) apply(entry);
}

/** Cuts off the newest entries with all that hangs on them. */
export function cutOff(
  db: Database.Database,
  from: number,
  what: { readonly views?: boolean; readonly checkpoints?: boolean; readonly personal?: boolean },
): void {
  db.prepare('DELETE FROM ledger_entry WHERE seq >= ?').run(from);
  db.prepare('DELETE FROM ledger_tile WHERE (place + 1) * (1 << (8 * (level + 1))) > ?').run(from);
  if (what.checkpoints === true) db.prepare('DELETE FROM ledger_checkpoint WHERE size > ?').run(from);
  if (what.personal === true) db.prepare('DELETE FROM ledger_personal WHERE seq >= ?').run(from);
  if (what.views === true) remakeViews(db);
}

export function ownSigner({ places, file }: SpoilableStation): Signer {
  return loadStationKey(places.key, file.origin);
}

/** Puts a thief's key pair in place of the station's. */
export function replaceKeys({ places, file }: SpoilableStation): Signer {
  unlinkSync(places.key);
  const signer = createStationKey(places.key, file.origin);
  writeFileSync(places.vkey, `${signer.vkey}\n`);
  return signer;
}
