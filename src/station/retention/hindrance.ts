import type { Db } from '../../custody/database.ts';
import type { DisposalHindrance } from '../../custody/entry-kinds.ts';
import { laterOf } from '../../vault/retention-date.ts';
import type { RetentionBook } from './book.ts';

/** Why an item cannot be disposed of. */
export interface Hindrance {
  readonly because: DisposalHindrance;
  /** Until when it is locked, where that is what hinders. */
  readonly until: Temporal.Instant | null;
}

/**
 * What stands in the way, by the catalogue: something holds it, or its day has not come by its class, or by a lock that
 * an original of it has. An original that others have too stays whatever becomes of this item. Null: nothing.
 */
export function hindranceOf(
  book: RetentionBook,
  evidence: string,
  now: Temporal.Instant,
  own: readonly string[] = book.ownOriginals(evidence),
): Hindrance | null {
  const item = book.item(evidence);
  if (item === null || !item.stored) return { because: 'not_stored', until: null };
  const [because] = item.kept.because;
  if (because !== undefined) return { because, until: null };
  const standing = own.flatMap((sha256) => book.standing(sha256) ?? []);
  const until = standing.reduce((latest, one) => laterOf(latest, one.until), item.kept.until);
  if (Temporal.Instant.compare(until, now) > 0) return { because: 'still_locked', until };
  // The ledger has not followed yet, or a vault could not be reached.
  return standing.some((one) => one.because.length > 0) ? { because: 'on_hold', until: null } : null;
}

/** A proposal that names the item and is neither rejected nor carried out; null where there is none. */
export function openDisposalOf(db: Db, evidence: string): string | null {
  const found = db.prepare<[string], string>(
    `SELECT d.disposal FROM view_disposal_item i JOIN view_disposal d USING (disposal)
     WHERE i.evidence = ? AND i.state = 'listed' AND d.state IN ('proposed', 'approved') AND d.finished IS NULL`,
  );
  return found.pluck().get(evidence) ?? null;
}

/** What is past its lock and held by nothing, the longest expired first. */
export function expired(
  { db, book }: { readonly db: Db; readonly book: RetentionBook },
  now: Temporal.Instant,
  most: number,
): readonly string[] {
  const candidates = db
    .prepare<[string], string>(
      `SELECT e.evidence FROM view_original o JOIN view_evidence e USING (sha256)
       WHERE o.retain_until <= ? AND e.stored IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM view_held h WHERE h.sha256 = o.sha256)
         AND NOT EXISTS (SELECT 1 FROM view_disposal_item i WHERE i.evidence = e.evidence
           AND i.state IN ('begun', 'disposed'))
       ORDER BY o.retain_until, e.evidence`,
    )
    .pluck();
  const found: string[] = [];
  for (const evidence of candidates.iterate(now.toString())) {
    if (hindranceOf(book, evidence, now) !== null || openDisposalOf(db, evidence) !== null) continue;
    found.push(evidence);
    if (found.length === most) break;
  }
  return found;
}
