import { DocketError } from '../../errors.ts';
import type { Db } from '../database.ts';
import { leafHashesAt } from '../ledger-tiles.ts';
import { checkpointName, logObjects } from '../publish-log.ts';
import type { TileSource } from '../tile-hashes.ts';
import { type Tile, tileWidth } from '../tiles.ts';
import type { FoundCheckpoint, OpenedCheckpoint } from './checkpoints.ts';
import { type DamageReport, isSqliteFailure } from './damage.ts';
import type { EntryWalk } from './entries.ts';

/** The ledger as the vault has it. */
export interface LogReader {
  getLog(name: string): Promise<Uint8Array | null>;
  listLogs(prefix: string): Promise<readonly string[]>;
}

/** How much of the published ledger is read: every object, or those of the newest checkpoint and the notes. */
export type LogDepth = 'full' | 'sample';

/** Reading a small object takes longer than comparing it: so many are read at once. */
const atOnce = 16;

/** The signed heads of the vault, each under the size it is filed as. */
export async function vaultCheckpoints(
  vault: LogReader,
  damage: DamageReport,
): Promise<readonly FoundCheckpoint[]> {
  const heads: FoundCheckpoint[] = [];
  const names = await vault.listLogs('checkpoint/');
  for await (const [name, note] of read(vault, names, (one) => one)) {
    const filedAs = Number(name.slice('checkpoint/'.length));
    if (note instanceof Uint8Array) heads.push({ whence: 'vault', place: `log/${name}`, note, filedAs });
    else if (note !== null) damage.add('object_altered', `log/${name}`, 'a readable object', note.message);
  }
  return heads;
}

/** A signed head that the vault must have, and its note where one of its copies is sound. */
export interface PublishedHead {
  readonly size: number;
  readonly note: Uint8Array | null;
}

/**
 * What the vault must have: all heads up to the size that the ledger says is published, or that the vault itself shows
 * to be. A head may be newer than both, after a crash or with a full disk.
 */
export function publishedHeads(
  stored: readonly FoundCheckpoint[],
  inVault: readonly FoundCheckpoint[],
  opened: readonly OpenedCheckpoint[],
  upTo: number,
): readonly PublishedHead[] {
  const sound = new Map(opened.map(({ checkpoint, note }) => [checkpoint.size, note]));
  const sizes = (found: readonly FoundCheckpoint[]): number[] =>
    found.map((one) => one.filedAs ?? 0).filter((size) => size > 0);
  const last = Math.max(upTo, ...sizes(inVault));
  return [...new Set(sizes(stored))]
    .filter((size) => size <= last)
    .sort((a, b) => a - b)
    .map((size) => ({ size, note: sound.get(size) ?? null }));
}

/**
 * Compares the published bundles, tiles and notes with the ledger. Entries that are damaged already are no measure
 * for them, and neither are those from `sureUpTo` on.
 */
export async function checkLogObjects(
  db: Db,
  vault: LogReader,
  walk: EntryWalk,
  heads: readonly PublishedHead[],
  wish: { readonly depth: LogDepth; readonly sureUpTo: number },
  damage: DamageReport,
): Promise<number> {
  const check = new LogCheck(db, vault, walk, wish.sureUpTo, damage);
  let from = 0;
  for (const [i, { size, note }] of heads.entries()) {
    await check.head({ size, note });
    if (wish.depth === 'full' || i === heads.length - 1) await check.objects(from, Math.min(size, walk.size));
    from = size;
  }
  return check.checked;
}

class LogCheck {
  checked = 0;
  readonly #db: Db;
  readonly #vault: LogReader;
  readonly #tiles: TileSource;
  readonly #sureUpTo: number;
  readonly #damage: DamageReport;

  constructor(db: Db, vault: LogReader, walk: EntryWalk, sureUpTo: number, damage: DamageReport) {
    this.#db = db;
    this.#vault = vault;
    this.#sureUpTo = Math.min(sureUpTo, walk.wholeUpTo);
    this.#damage = damage;
    // Not the stored tiles, which may be damaged themselves.
    const leaves = leafHashesAt(db);
    this.#tiles = (level, index, width) =>
      level === 0 ? leaves(index, width) : walk.tiles(level, index, width);
  }

  async head({ size, note }: PublishedHead): Promise<void> {
    const name = checkpointName(size);
    for await (const [, found] of read(this.#vault, [name], (one) => one)) this.#compare(name, found, note);
  }

  /** The bundles and tiles that are new between two sizes. */
  async objects(from: number, to: number): Promise<void> {
    try {
      const objects = logObjects(this.#db, from, to, this.#tiles);
      for await (const [{ tile, name, bytes }, found] of read(this.#vault, objects, (one) => one.name))
        this.#compare(name, found, this.#sure(tile) ? bytes : null);
    } catch (error) {
      if (!isSqliteFailure(error)) throw error;
      this.#damage.add('entry_altered', `entries ${from} to ${to - 1}`, 'readable pages', error.message);
    }
  }

  /** @param expected null where nothing is known of the object but that it must be there */
  #compare(name: string, found: Found, expected: Uint8Array | null): void {
    this.checked += 1;
    const place = `log/${name}`;
    if (found === null)
      this.#damage.add('object_missing', place, `${expected?.length ?? 'some'} bytes`, 'nothing');
    else if (!(found instanceof Uint8Array))
      this.#damage.add('object_altered', place, 'a readable object', found.message);
    else if (expected !== null && Buffer.compare(found, expected) !== 0)
      this.#damage.add('object_altered', place, 'the bytes of the ledger', 'other bytes');
  }

  #sure({ level, index, width }: Tile): boolean {
    const each = level === 'entries' ? 1 : tileWidth ** level;
    const first = level === 'entries' || level === 0 ? index * tileWidth : 0;
    const end = (index * tileWidth + width) * each;
    return end <= this.#sureUpTo && !this.#damage.amongEntries(first, end);
  }
}

/** A log object's bytes; null where it is missing; why not, where something stands there that cannot be read. */
type Found = Uint8Array | null | DocketError;

/** Reads a log object for each, some at a time, and hands them out in order. */
async function* read<T>(
  vault: LogReader,
  each: Iterable<T>,
  nameOf: (one: T) => string,
): AsyncGenerator<readonly [T, Found]> {
  const waiting: T[] = [];
  const found = (one: T): Promise<readonly [T, Found]> =>
    vault.getLog(nameOf(one)).then(
      (bytes) => [one, bytes],
      (error: unknown) => {
        if (error instanceof DocketError) return [one, error];
        throw error;
      },
    );
  for (const one of each) {
    if (waiting.push(one) < atOnce) continue;
    yield* await Promise.all(waiting.splice(0).map(found));
  }
  yield* await Promise.all(waiting.map(found));
}
