import { type Db, openToExamine } from '../custody/database.ts';
import type { DamageKind, DamageReport } from '../custody/verify/damage.ts';
import { readLeaf } from '../custody/verify/entry-glance.ts';
import { sayInBoth } from '../texts/say.ts';
import type { Text } from '../texts/text.ts';
import type { Vault } from '../vault/contract.ts';
import { passes } from '../vault/errors.ts';
import { laterOf } from '../vault/retention-date.ts';

/** What the vault's own records of an original should be, and are not. */
interface Unkept {
  readonly sha256: string;
  readonly kind: DamageKind;
  readonly expected: string;
  readonly found: Text;
}

export interface LocksWish {
  readonly vault: Vault;
  readonly atOnce: number;
  /** Originals of which entries tell something that were appended after those which are verified. */
  readonly changedSince: () => ReadonlySet<string>;
}

/** Holds what the vault itself has on record of locks, holds and disposals against what the ledger says of them. */
export async function checkLocks(
  db: Db,
  standing: readonly { readonly sha256: string }[],
  disposed: readonly Disposed[],
  { vault, atOnce, changedSince }: LocksWish,
  damage: DamageReport,
): Promise<void> {
  const keptOf = keptIn(db);
  const unkept = [
    ...(await gathered(standing, atOnce, ({ sha256 }) => standingOne(vault, sha256, keptOf(sha256)))),
    ...(await gathered(disposed, atOnce, (one) => disposedOne(vault, one))),
  ];
  if (unkept.length === 0) return;
  const changed = changedSince();
  const itemsOf = db
    .prepare<[string, string], string>(
      'SELECT evidence FROM view_evidence WHERE sha256 = ? UNION SELECT evidence FROM view_sidecar WHERE sha256 = ?',
    )
    .pluck();
  for (const { sha256, kind, expected, found } of unkept.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))) {
    if (changed.has(sha256)) continue;
    const items = damage.has(kind) ? [] : itemsOf.all(sha256, sha256);
    damage.add(kind, vault.locate(sha256).object, expected, found.en, items, found);
  }
}

/** What the ledger says of an original that has begun to go. */
export interface Disposed {
  readonly sha256: string;
  readonly bytes: number;
  readonly disposal: string;
  /** Whether it is said to be gone. */
  readonly done: number;
}

interface Kept {
  readonly until: Temporal.Instant;
  readonly held: boolean;
}

function keptIn(db: Db): (sha256: string) => Kept | null {
  const sql = db.prepare<[string], { stored: string; later: string | null; held: number }>(
    `SELECT o.retain_until AS stored, r.until AS later, h.sha256 IS NOT NULL AS held
     FROM view_original o LEFT JOIN view_retained r USING (sha256) LEFT JOIN view_held h USING (sha256)
     WHERE o.sha256 = ?`,
  );
  return (sha256) => {
    const row = sql.get(sha256);
    if (row === undefined) return null;
    const stored = Temporal.Instant.from(row.stored);
    const until = row.later === null ? stored : laterOf(stored, Temporal.Instant.from(row.later));
    return { until, held: row.held === 1 };
  };
}

async function standingOne(vault: Vault, sha256: string, kept: Kept | null): Promise<readonly Unkept[]> {
  if (kept === null) return [];
  const until = await vault.retainedUntil(sha256);
  const short = until === null || Temporal.Instant.compare(until, kept.until) < 0;
  const lock =
    until === null
      ? sayInBoth('damage.lock_none', {})
      : sayInBoth('damage.lock_shorter', { until: until.toString() });
  const freed = kept.held && !(await vault.held(sha256));
  return [
    ...(short ? [altered(sha256, `locked until ${kept.until}`, lock)] : []),
    ...(freed ? [altered(sha256, 'on hold', sayInBoth('damage.hold_none', {}))] : []),
  ];
}

/** The record is written before the first byte goes, so whatever is gone has it. */
async function disposedOne(vault: Vault, one: Disposed): Promise<readonly Unkept[]> {
  const { sha256, bytes, disposal, done } = one;
  // Of whatever size it is, where its date is on record still.
  const stands = (await vault.holds(sha256, bytes)) || (await vault.retainedUntil(sha256)) !== null;
  if (stands && done === 0) return [];
  if (stands) return [altered(sha256, 'nothing', sayInBoth('damage.stands_again', { disposal }))];
  if ((await vault.disposals(sha256)).includes(disposal)) return [];
  const found = sayInBoth('damage.tombstone_missing', { disposal });
  return [{ sha256, kind: 'object_missing', expected: `disposed/${sha256}/${disposal}`, found }];
}

const altered = (sha256: string, expected: string, found: Text): Unkept => ({
  ...{ sha256, kind: 'object_altered', expected, found },
});

/** So many at once, in no order. What a vault refuses to say of one is damage; one that does not answer ends it all. */
async function gathered<T extends { readonly sha256: string }>(
  ones: readonly T[],
  atOnce: number,
  look: (one: T) => Promise<readonly Unkept[]>,
): Promise<readonly Unkept[]> {
  const found: Unkept[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let one = ones[next++]; one !== undefined; one = ones[next++])
      try {
        found.push(...(await look(one)));
      } catch (error) {
        if (passes(error)) throw error;
        const said = String(error);
        found.push(altered(one.sha256, 'a readable record', { en: said, zh: said }));
      }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found;
}

/**
 * What a running daemon has entered since the moment that is verified, and done since: of those originals the vault
 * says more than the entries do that were looked at.
 */
export function changedSince(database: string, size: number): ReadonlySet<string> {
  const db = openToExamine(database);
  try {
    const leaves = db.prepare<[number], Buffer>('SELECT leaf FROM ledger_entry WHERE seq >= ?').pluck();
    return new Set(leaves.all(size).flatMap(originalsIn));
  } finally {
    db.close();
  }
}

function originalsIn(bytes: Buffer): readonly string[] {
  const data = readLeaf(bytes)?.data ?? {};
  const { sha256, originals } = data;
  const listed = Array.isArray(originals) ? originals : [];
  return [{ sha256 }, ...listed].flatMap((one) => (typeof one.sha256 === 'string' ? [one.sha256] : []));
}
