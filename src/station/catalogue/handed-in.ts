import type { Db } from '../../custody/database.ts';
import type { HandedInWay } from '../../custody/entry-kinds.ts';

/** How something came in. */
export type Way = 'dock' | HandedInWay;

/** Who handed something in by another way than the dock. A value that was erased is null. */
export interface HandedInRecord {
  readonly way: HandedInWay;
  readonly by: string | null;
  readonly officer: string | null;
  readonly second: string | null;
  readonly secondOfficer: string | null;
  readonly cause: string | null;
  readonly seal: string | null;
  /** Whose it is by that person's word; null where nobody said so. */
  readonly recorder: string | null;
  /** Who gave the order. */
  readonly actor: string;
}

/** Null where it came over the dock. */
export function handedIn(db: Db, docking: string): HandedInRecord | null {
  const row = db
    .prepare<[string], HandedInRecord>(
      `SELECT way, by, officer, second, second_officer AS secondOfficer, cause, seal, recorder, actor
       FROM view_handed_in WHERE docking = ?`,
    )
    .get(docking);
  return row ?? null;
}
