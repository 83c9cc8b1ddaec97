import type { Db } from '../database.ts';
import { readLeaf } from './entry-glance.ts';

/**
 * Which entries may have nothing beside them: those of which the ledger says that they came back from the vault alone.
 * An entry says so only of what stands before it. Errors: SQLite's own.
 */
export function lostIn(db: Db): (seq: number) => boolean {
  const leaves = db.prepare<[], { seq: number; leaf: unknown }>(
    `SELECT e.seq, e.leaf FROM view_entry v JOIN ledger_entry e USING (seq) WHERE v.type = 'station.restored'`,
  );
  const stretches = leaves.all().flatMap(({ seq, leaf }) => {
    const said = Buffer.isBuffer(leaf) ? readLeaf(leaf) : null;
    const { from, to } = said?.data ?? {};
    // A catalogue that was meddled with may call anything so.
    if (said?.type !== 'station.restored' || typeof from !== 'number' || typeof to !== 'number') return [];
    return [{ first: from, end: Math.min(to, seq) }];
  });
  return (seq) => stretches.some(({ first, end }) => seq >= first && seq < end);
}
