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
  let parting: Parting | null = null;
  for (const tile of newBundles(from, to)) {
    const bundle = await bundleIn(vault, tile);
    for (const [i, published] of bundle.entries()) {
      const seq = tile.index * tileWidth + i;
      const leaf = leafAt.get(seq) ?? Buffer.alloc(0);
      if (Buffer.compare(published, leaf) === 0) {
        if (parting !== null) parting = { ...parting, meetAgain: true };
      } else if (parting === null) {
        const [inVault, inLedger] = [hashOf(published), hashOf(leaf)];
        parting = { seq, inVault, inLedger, differing: 1, meetAgain: false };
      } else {
        parting = { ...parting, differing: parting.differing + 1 };
      }
    }
  }
  return parting;
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
