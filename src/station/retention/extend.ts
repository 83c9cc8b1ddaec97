import type { Clock } from '../../clock.ts';
import type { Db } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { timeWords } from '../../texts/units.ts';
import type { RetentionBook } from './book.ts';
import { RetentionError } from './error.ts';
import { requireStanding } from './hold-deeds.ts';

/** A lock in a store cannot be taken back by anybody: a slip of the finger must not lock a disk for ever. */
const mostYears = 30;

export interface ExtendWish {
  readonly evidence: string;
  readonly until: Temporal.Instant;
  readonly reason: string;
}

/**
 * Keeps an item until a moment at least, whatever its class says. Errors: `station.evidence_unknown`,
 * `retention.evidence_disposed`, `retention.not_longer`, `retention.too_long`.
 */
export async function extendRetention(
  {
    db,
    ledger,
    book,
    clock,
  }: { readonly db: Db; readonly ledger: Ledger; readonly book: RetentionBook; readonly clock: Clock },
  { evidence, until, reason }: ExtendWish,
  actor: Actor,
): Promise<void> {
  requireStanding(db, evidence);
  const latest = clock.now().toZonedDateTimeISO(book.zone).add({ years: mostYears }).toInstant();
  if (Temporal.Instant.compare(until, latest) > 0)
    throw new RetentionError('retention.too_long', { years: mostYears }, { field: 'until' });
  const locks = book.originalsOf(evidence).flatMap((sha256) => book.standing(sha256)?.until ?? []);
  const standing = [book.item(evidence)?.kept.until ?? clock.now(), ...locks].toSorted(
    Temporal.Instant.compare,
  );
  const longest = standing.at(-1) ?? clock.now();
  if (Temporal.Instant.compare(until, longest) <= 0) {
    const words = timeWords(longest.toString(), book.zone);
    throw new RetentionError('retention.not_longer', { evidence, until: words }, { field: 'until' });
  }
  await ledger.append([
    {
      type: 'retention.extended',
      actor,
      subject: { kind: 'evidence', id: evidence },
      data: { evidence, until: until.toString() },
      personal: { reason },
    },
  ]);
}
