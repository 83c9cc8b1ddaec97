import type { Db } from '../database.ts';
import { checkpointName, checkpointsAfter, logObjects } from '../publish-log.ts';
import type { DamageReport } from './damage.ts';

/** The ledger as the vault has it. */
export interface LogReader {
  getLog(name: string): Promise<Uint8Array | null>;
  listLogs(prefix: string): Promise<readonly string[]>;
}

/** How much of the published ledger is read: every object, or those of the newest checkpoint and the notes. */
export type LogDepth = 'full' | 'sample';

/**
 * Compares the published bundles, tiles and notes with the ledger. Where the ledger itself is damaged they are not
 * blamed: they are then the witnesses, and name the first entry that differs.
 */
export async function checkLogObjects(
  db: Db,
  vault: LogReader,
  upTo: number,
  depth: LogDepth,
  damage: DamageReport,
): Promise<number> {
  let checked = 0;
  let from = 0;
  const published = checkpointsAfter(db, 0).filter((one) => one.size <= upTo);
  for (const [i, { size, note }] of published.entries()) {
    await compare(vault, checkpointName(size), Buffer.from(note), damage);
    checked += 1;
    if (depth === 'full' || i === published.length - 1) {
      for (const { name, bytes } of logObjects(db, from, size)) {
        await compare(vault, name, bytes, damage);
        checked += 1;
      }
    }
    from = size;
  }
  return checked;
}

async function compare(
  vault: LogReader,
  name: string,
  expected: Uint8Array,
  damage: DamageReport,
): Promise<void> {
  const place = `log/${name}`;
  const found = await vault.getLog(name);
  if (found === null) damage.add('object_missing', place, `${expected.length} bytes`, 'nothing');
  else if (Buffer.compare(found, expected) !== 0 && !damage.inEntries) {
    damage.add('object_altered', place, 'the bytes of the ledger', 'other bytes');
  }
}

/** The notes of the vault, each under the size it is filed as. */
export async function vaultCheckpoints(
  vault: LogReader,
): Promise<readonly { place: string; note: Uint8Array; filedAs: number }[]> {
  const found = [];
  for (const name of await vault.listLogs('checkpoint/')) {
    const note = await vault.getLog(name);
    if (note !== null)
      found.push({ place: `log/${name}`, note, filedAs: Number(name.slice('checkpoint/'.length)) });
  }
  return found;
}
