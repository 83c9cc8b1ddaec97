import { DocketError } from '../../errors.ts';
import type { Db } from '../database.ts';
import { leafHash } from '../merkle.ts';
import { decodeBundle, newBundles, type Tile, tilePath, tileWidth } from '../tiles.ts';
import type { OtherHistory } from './checkpoints.ts';
import type { DamageReport } from './damage.ts';
import type { LogReader } from './log-objects.ts';

/** Where ledger and vault part, and whether they ever agree again after that. */
interface Parting {
  readonly seq: number;
  readonly inVault: string;
  readonly inLedger: string;
  readonly differing: number;
  readonly meetAgain: boolean;
}

/**
 * A signed head says that the ledger once had other entries: the published bundles say which. One that differs among
 * equal ones was rewritten; where all differ to the end, an older state was put back and grew on. Without bundles only
 * the stretch is known. Returns the place up to which ledger and signed heads are still of one history.
 */
export async function tellOtherHistory(
  db: Db,
  vault: LogReader | null,
  history: OtherHistory,
  damage: DamageReport,
): Promise<number> {
  const { from, to, place, expected, found } = history;
  const parting = vault === null ? null : await findParting(db, vault, from, to);
  if (parting === null) {
    damage.add('entry_altered', `entries ${from} to ${to - 1} (by ${place})`, expected, found);
    return from;
  }
  const { seq, inVault, inLedger, differing, meetAgain } = parting;
  if (meetAgain || differing === 1) damage.addEntry('entry_altered', seq, inVault, inLedger);
  else damage.add('truncated', `entry ${seq}`, `${inVault} (by ${place})`, inLedger);
  return seq;
}

async function findParting(db: Db, vault: LogReader, from: number, to: number): Promise<Parting | null> {
  const leafAt = db.prepare<[number], Buffer>('SELECT leaf FROM ledger_entry WHERE seq = ?').pluck();
  const nothing = Buffer.alloc(0);
  let first: Pick<Parting, 'seq' | 'inVault' | 'inLedger'> | null = null;
  let differing = 0;
  let meetAgain = false;
  for (const tile of newBundles(from, to)) {
    for (const [i, published] of (await bundleIn(vault, tile)).entries()) {
      const seq = tile.index * tileWidth + i;
      const leaf = leafAt.get(seq) ?? nothing;
      const same = Buffer.compare(published, leaf) === 0;
      if (same && first !== null) meetAgain = true;
      if (same) continue;
      differing += 1;
      first ??= { seq, inVault: hashOf(published), inLedger: hashOf(leaf) };
    }
  }
  return first === null ? null : { ...first, differing, meetAgain };
}

/** Empty where the bundle is missing or damaged itself, which is told elsewhere. */
async function bundleIn(vault: LogReader, tile: Tile): Promise<readonly Uint8Array[]> {
  try {
    const bytes = await vault.getLog(tilePath(tile));
    return bytes === null ? [] : decodeBundle(bytes, tile.width);
  } catch (error) {
    if (error instanceof DocketError) return [];
    throw error;
  }
}

function hashOf(leaf: Uint8Array): string {
  return leafHash(leaf).toString('hex');
}
