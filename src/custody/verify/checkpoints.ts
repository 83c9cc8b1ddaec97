import type { Checkpoint } from '../checkpoint.ts';
import type { Db } from '../database.ts';
import { CustodyError } from '../error.ts';
import { type KeyRing, openHead } from '../key-ring.ts';
import { sameHash } from '../merkle.ts';
import { type DamageReport, readable } from './damage.ts';
import type { EntryWalk } from './entries.ts';

/** Where a signed head was found. `elsewhere` is out of reach of whoever has the station. */
export type Whence = 'database' | 'vault' | 'elsewhere';

/** A signed head from somewhere. */
export interface FoundCheckpoint {
  readonly whence: Whence;
  /** For the report. */
  readonly place: string;
  readonly note: Uint8Array;
  /** The size under which it is filed, where that says one. */
  readonly filedAs: number | null;
}

export interface OpenedCheckpoint {
  readonly whence: Whence;
  readonly place: string;
  readonly note: Uint8Array;
  readonly checkpoint: Checkpoint;
}

/** The signed heads in the database; whatever a damaged page yields in place of one is damage. */
export function storedCheckpoints(db: Db, damage: DamageReport): readonly FoundCheckpoint[] {
  const read = () =>
    db
      .prepare<[], { size: number; note: unknown }>('SELECT size, note FROM ledger_checkpoint ORDER BY size')
      .all();
  const all = readable(damage, 'signature', () => 'ledger_checkpoint', read, []);
  return all.flatMap(({ size, note }) => {
    const place = `checkpoint ${size}`;
    if (typeof note === 'string')
      return [{ whence: 'database', place, note: Buffer.from(note, 'utf8'), filedAs: size }];
    damage.add('signature', place, 'a signed head', 'another value');
    return [];
  });
}

/** Checks every signature; what does not hold is damage, the rest is handed on. */
export function openAll(
  found: readonly FoundCheckpoint[],
  ring: KeyRing,
  origin: string,
  damage: DamageReport,
): readonly OpenedCheckpoint[] {
  if (ring.length === 0) return [];
  // The database and the vault hold the same notes: one signature need not be checked twice.
  const known = new Map<string, Checkpoint | CustodyError>();
  const inDatabase = new Set<number>();
  const opened: OpenedCheckpoint[] = [];
  for (const head of found) {
    const bytes = Buffer.from(head.note).toString('latin1');
    const checkpoint = known.get(bytes) ?? open(head.note, ring, origin);
    known.set(bytes, checkpoint);
    if (checkpoint instanceof CustodyError) tellUnsound(head, checkpoint, inDatabase, damage);
    else if (head.filedAs === null || head.filedAs === checkpoint.size) opened.push({ ...head, checkpoint });
    else tellMisfiled(head, head.filedAs, checkpoint.size, damage);
    if (!(checkpoint instanceof CustodyError) && head.whence === 'database') inDatabase.add(checkpoint.size);
  }
  return opened;
}

/**
 * A head of the vault that is not what the key signed, and stands sound in the database, is an altered object. With
 * another key's signature it is nobody's slip: one of both keys is not the station's.
 */
function tellUnsound(
  { whence, place, filedAs }: FoundCheckpoint,
  error: CustodyError,
  inDatabase: ReadonlySet<number>,
  damage: DamageReport,
): void {
  const altered =
    whence === 'vault' && inDatabase.has(filedAs ?? -1) && error.code !== 'custody.note_unsigned';
  const kind = altered ? 'object_altered' : 'signature';
  damage.add(kind, place, "a checkpoint signed by the station's key", error.message);
}

function tellMisfiled(
  { whence, place }: FoundCheckpoint,
  filedAs: number,
  size: number,
  damage: DamageReport,
): void {
  const kind = whence === 'vault' ? 'object_altered' : 'signature';
  damage.add(kind, place, `a checkpoint of size ${filedAs}`, `one of size ${size}`);
}

function open(note: Uint8Array, ring: KeyRing, origin: string): Checkpoint | CustodyError {
  try {
    return openHead(note, ring, origin);
  } catch (error) {
    if (error instanceof CustodyError) return error;
    throw error;
  }
}

/** Signed heads that are not the entries' own: somewhere among these entries another history was signed. */
export interface OtherHistory {
  readonly from: number;
  readonly to: number;
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * Holds the recomputed roots against the signed ones. A signed head that is larger than the ledger shows that the
 * newest entries were cut off or the whole was put back to an older state. Returns the first stretch of entries whose
 * signed head they do not give, where no single entry explains it: the vault's bundles may (`findDivergence`).
 */
export function compareRoots(
  opened: readonly OpenedCheckpoint[],
  walk: EntryWalk,
  damage: DamageReport,
): OtherHistory | null {
  const within = opened.filter(({ whence }) => whence !== 'elsewhere').toSorted(bySize);
  const right = within.filter((one) => agrees(one, walk)).map((one) => one.checkpoint.size);
  blameSuspects(walk, Math.max(0, ...right), damage);
  if (walk.toTheEnd) tellTruncated(opened, walk, damage);
  const wrong = within.find((one) => disagrees(one, walk) !== null);
  const other = wrong === undefined ? null : otherHistory(wrong, within, walk);
  if (other !== null && !damage.amongEntries(0, other.to)) return other;
  tellElsewhere(opened, walk, damage);
  return null;
}

function tellTruncated(opened: readonly OpenedCheckpoint[], walk: EntryWalk, damage: DamageReport): void {
  for (const { place, checkpoint } of opened) {
    if (checkpoint.size <= walk.statedSize) continue;
    damage.add('truncated', place, `${checkpoint.size} entries`, `${walk.size} entries`);
  }
}

/** What comes from elsewhere is asked last: damage that shows within explains it better. */
function tellElsewhere(opened: readonly OpenedCheckpoint[], walk: EntryWalk, damage: DamageReport): void {
  for (const one of opened) {
    const { size, root } = one.checkpoint;
    if (one.whence !== 'elsewhere' || disagrees(one, walk) === null || damage.amongEntries(0, size)) continue;
    // Sound in itself, but not the ledger that signed this: an older state was put back and grew on.
    damage.add('truncated', one.place, hex(root), hex(walk.roots.get(size) ?? root));
  }
}

/** Both histories may be signed: what the same source knows as right bounds where they part. */
function otherHistory(
  wrong: OpenedCheckpoint,
  within: readonly OpenedCheckpoint[],
  walk: EntryWalk,
): OtherHistory {
  const { size, root } = wrong.checkpoint;
  const right = within
    .filter((one) => one.whence === wrong.whence && one.checkpoint.size < size && agrees(one, walk))
    .map((one) => one.checkpoint.size);
  const found = disagrees(wrong, walk) ?? hex(root);
  return { from: Math.max(0, ...right), to: size, place: wrong.place, expected: hex(root), found };
}

function agrees({ checkpoint }: OpenedCheckpoint, walk: EntryWalk): boolean {
  const made = walk.roots.get(checkpoint.size);
  return made !== undefined && sameHash(made, checkpoint.root);
}

/** The root that the entries give instead; null where it is the same, or cannot be known past a gap. */
function disagrees({ checkpoint }: OpenedCheckpoint, walk: EntryWalk): string | null {
  const made = walk.roots.get(checkpoint.size);
  return made === undefined || sameHash(made, checkpoint.root) ? null : hex(made);
}

/** A tile and an entry differ: where a signed root holds the entry, the tile was changed, else the entry. */
function blameSuspects(walk: EntryWalk, goodUpTo: number, damage: DamageReport): void {
  for (const { seq, inTile, inEntry } of walk.suspects) {
    if (seq < goodUpTo) damage.add('catalogue_differs', `tile of entry ${seq}`, inEntry, inTile);
    else damage.addEntry('entry_altered', seq, inTile, inEntry);
  }
}

/** A signed head that the ledger has lost although its entries are there. */
export function missingHeads(
  opened: readonly OpenedCheckpoint[],
  stored: readonly FoundCheckpoint[],
  walk: EntryWalk,
  damage: DamageReport,
): void {
  const sizes = new Set(stored.map((one) => one.filedAs));
  for (const one of opened) {
    const { size } = one.checkpoint;
    if (sizes.has(size) || size > walk.size || disagrees(one, walk) !== null) continue;
    sizes.add(size);
    damage.add('signature', `checkpoint ${size}`, `the signed head of ${one.place}`, 'nothing');
  }
}

function bySize(a: OpenedCheckpoint, b: OpenedCheckpoint): number {
  return a.checkpoint.size - b.checkpoint.size;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
