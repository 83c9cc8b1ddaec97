import type { Db } from '../../custody/database.ts';
import type { Ledger, WorkChange } from '../../custody/ledger.ts';
import type { Vault } from '../../vault/contract.ts';
import type { RetentionBook } from './book.ts';

/** The second vault as it stands now. `none`: there is none, or nothing was ever copied there. */
export type MirrorNow = Vault | 'none' | 'away';

export interface MirrorHoldsRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly book: RetentionBook;
}

const atOnce = 50;

/** The copy is looked at too, as soon as the mirror is there: a mirror that is away must not keep the vault waiting. */
export function lookAtCopy(sha256: string): WorkChange {
  return {
    sql: `INSERT OR IGNORE INTO work_mirror_hold (sha256) SELECT ? WHERE EXISTS (SELECT 1 FROM view_mirror)`,
    params: [sha256],
  };
}

/**
 * Brings the legal holds of some copies to what the ledger says of their originals; whether there may be more. A copy that
 * is not there yet gets its hold when it is made. Errors: those of the mirror.
 */
export async function holdSomeCopies(room: MirrorHoldsRoom, mirror: Vault): Promise<boolean> {
  const waiting = room.db
    .prepare<[number], string>('SELECT sha256 FROM work_mirror_hold ORDER BY sha256 LIMIT ?')
    .pluck()
    .all(atOnce);
  for (const sha256 of waiting) await holdCopy(room.book, mirror, sha256);
  if (waiting.length > 0) await room.ledger.append([], waiting.map(lookedAt));
  return waiting.length === atOnce;
}

/** Errors: those of the mirror. */
export async function holdCopy(book: RetentionBook, mirror: Vault, sha256: string): Promise<void> {
  const standing = book.standing(sha256);
  if (standing === null || !(await mirror.holds(sha256, standing.bytes))) return;
  const wanted = standing.because.length > 0;
  if ((await mirror.held(sha256)) === wanted) return;
  await (wanted ? mirror.hold(sha256) : mirror.release(sha256));
}

function lookedAt(sha256: string): WorkChange {
  return { sql: 'DELETE FROM work_mirror_hold WHERE sha256 = ?', params: [sha256] };
}
