import { DocketError } from '../../errors.ts';
import type { Db } from '../database.ts';
import { leafHashesAt } from '../ledger-tiles.ts';
import { sameHash } from '../merkle.ts';
import { checkpointName, logObjects, publishedSize } from '../publish-log.ts';
import type { TileSource } from '../tile-hashes.ts';
import { type Tile, tileWidth } from '../tiles.ts';
import type { FoundCheckpoint, OpenedCheckpoint } from './checkpoints.ts';
import { type DamageReport, isSqliteFailure, readable } from './damage.ts';
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

/** The signed heads of the vault, each under the size it is filed as. Names that no head can have are passed over. */
export async function vaultCheckpoints(
  vault: LogReader,
  damage: DamageReport,
): Promise<readonly FoundCheckpoint[]> {
  const heads: FoundCheckpoint[] = [];
  const names = await vault.listLogs('checkpoint/');
  const sizes = names.map((name) => Number(name.slice('checkpoint/'.length)));
  const filed = sizes.filter((size, i) => Number.isSafeInteger(size) && checkpointName(size) === names[i]);
  for await (const [filedAs, note] of read(vault, filed, checkpointName)) {
    const place = `log/${checkpointName(filedAs)}`;
    if (note instanceof Uint8Array) heads.push({ whence: 'vault', place, note, filedAs });
    else if (note !== null) damage.add('object_altered', place, 'a readable object', note.message);
  }
  return heads;
}

/**
 * Up to which size the ledger says it is published. Not evidence, but a size that was never signed would keep the
 * ledger's news from the vault for good.
 */
export function checkPublished(db: Db, stored: readonly FoundCheckpoint[], damage: DamageReport): number {
  const read = (): unknown => publishedSize(db);
  const size = readable(damage, 'catalogue_differs', () => 'work_published', read, 0);
  if (size === 0 || stored.some((one) => one.filedAs === size)) return Number(size);
  // With signed heads missing, that is what is wrong.
  if (!damage.has('signature') && !damage.has('truncated'))
    damage.add('catalogue_differs', 'work_published', 'the size of a checkpoint', String(size));
  return 0;
}

/** A signed head that the vault must have. `note` is what it must be, where it can be compared. */
export interface PublishedHead {
  readonly size: number;
  readonly note: Uint8Array | null;
}

/**
 * What the vault must have: all signed heads up to the size that the ledger says is published, or that the vault itself
 * shows to be. A head may be newer than both, after a crash or with a full disk.
 */
export function publishedHeads(
  opened: readonly OpenedCheckpoint[],
  inVault: readonly FoundCheckpoint[],
  upTo: number,
): readonly PublishedHead[] {
  const last = Math.max(upTo, ...inVault.map((one) => one.filedAs ?? 0));
  const of = (whence: OpenedCheckpoint['whence']): Map<number, OpenedCheckpoint> =>
    new Map(opened.filter((one) => one.whence === whence).map((one) => [one.checkpoint.size, one]));
  const [stored, published] = [of('database'), of('vault')];
  return [...new Set([...stored.keys(), ...published.keys()])]
    .filter((size) => size <= last)
    .sort((a, b) => a - b)
    .map((size) => ({ size, note: sameHead(stored.get(size), published.get(size)) }));
}

/** Other heads, and unsound ones, are told where heads are compared; the same one must have the same bytes. */
function sameHead(a: OpenedCheckpoint | undefined, b: OpenedCheckpoint | undefined): Uint8Array | null {
  if (a === undefined || b === undefined) return null;
  return sameHash(a.checkpoint.root, b.checkpoint.root) ? a.note : null;
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
    if (wish.depth === 'full' || i === heads.length - 1) await check.objects(from, size);
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
