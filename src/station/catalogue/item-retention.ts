import type { Db } from '../../custody/database.ts';
import type { DisposalHindrance, HoldReason, RetentionClass } from '../../custody/entry-kinds.ts';
import { type HoldOnItem, holdsOn } from './holds.ts';

/** How an item is kept, as the ledger has it. */
export interface ItemRetention {
  readonly class: RetentionClass;
  /** Why a legal hold stands on its original in the vault; empty where none does. */
  readonly because: readonly HoldReason[];
  /** The persons' holds among them. */
  readonly holds: readonly HoldOnItem[];
  /** The newest disposal that names it; null where none does. */
  readonly disposal: ItemDisposal | null;
}

export interface ItemDisposal {
  readonly disposal: string;
  /** Of the item; `listed` while nothing has been done, and then `decision` says how far it is. */
  readonly state: 'listed' | 'begun' | 'disposed' | 'refused';
  readonly because: DisposalHindrance | null;
  readonly at: string;
  readonly decision: 'proposed' | 'approved' | 'rejected' | 'withdrawn';
  readonly reason: string | null;
  readonly proposer: string;
  readonly decider: string | null;
  /** Equal bytes stay in the vault, since another item has them. */
  readonly shared: boolean;
}

export function itemRetention(db: Db, evidence: string, sha256: string): ItemRetention {
  const text = (sql: string, key: string) => db.prepare<[string], string>(sql).pluck().get(key) ?? null;
  const held = text('SELECT because FROM view_held WHERE sha256 = ?', sha256);
  const found = text('SELECT class FROM view_class WHERE evidence = ?', evidence);
  const disposal = db
    .prepare<[string, string], Omit<ItemDisposal, 'shared'> & { readonly gone: number }>(
      `SELECT i.disposal, i.state, i.because, i.at, d.state AS decision, d.reason, d.proposer, d.decider,
         EXISTS (SELECT 1 FROM view_disposed g WHERE g.sha256 = ?) AS gone
       FROM view_disposal_item i JOIN view_disposal d USING (disposal)
       WHERE i.evidence = ? ORDER BY d.seq DESC LIMIT 1`,
    )
    .get(sha256, evidence);
  return {
    // The projectors wrote them: words of this program.
    class: (found ?? 'unclassified') as RetentionClass,
    because: held === null ? [] : (held.split(' ') as HoldReason[]),
    holds: holdsOn(db, evidence),
    disposal: disposal === undefined ? null : itemDisposal(disposal),
  };
}

function itemDisposal({
  gone,
  ...one
}: Omit<ItemDisposal, 'shared'> & { readonly gone: number }): ItemDisposal {
  return { ...one, shared: gone === 0 };
}
