import type { Db } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { timeWords } from '../../texts/units.ts';
import { StationError } from '../error.ts';
import type { RetentionBook } from './book.ts';
import { RetentionError } from './error.ts';
import { nextNumber } from './numbered.ts';

interface HoldRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly stationCode: string;
  readonly book: RetentionBook;
}

/**
 * A person holds an item, or whatever belongs to a case now or later; several may hold the same thing. Errors:
 * `station.evidence_unknown`, `retention.case_unknown`, `retention.evidence_disposed`.
 */
export async function placeHold(
  { db, ledger, stationCode }: HoldRoom,
  wish: { readonly of: 'evidence' | 'case'; readonly about: string; readonly reason: string },
  actor: Actor,
): Promise<string> {
  const { of, about, reason } = wish;
  if (of === 'case') requireCase(db, about);
  else requireStanding(db, about);
  const hold = nextNumber(db, stationCode, 'hold');
  const subject = of === 'evidence' ? { kind: of, id: about } : ({ kind: 'hold', id: hold } as const);
  await ledger.append([
    { type: 'hold.placed', actor, subject, data: { hold, of, about }, personal: { reason } },
  ]);
  return hold;
}

/** Others that stand on the same thing go on standing. Errors: `retention.hold_unknown`, `retention.hold_lifted`. */
export async function liftHold(
  { db, ledger, book }: HoldRoom,
  hold: string,
  reason: string,
  actor: Actor,
): Promise<void> {
  const found = db
    .prepare<[string], { of: string; about: string; lifted: string | null }>(
      'SELECT of, about, lifted FROM view_hold WHERE hold = ?',
    )
    .get(hold);
  if (found === undefined) throw new RetentionError('retention.hold_unknown', { hold }, { field: 'HOLD' });
  const { of, about, lifted } = found;
  if (lifted !== null)
    throw new RetentionError('retention.hold_lifted', { hold, lifted: timeWords(lifted, book.zone) });
  const subject =
    of === 'evidence' ? ({ kind: of, id: about } as const) : ({ kind: 'hold', id: hold } as const);
  await ledger.append([{ type: 'hold.lifted', actor, subject, data: { hold }, personal: { reason } }]);
}

function requireCase(db: Db, number: string): void {
  const known = db.prepare<[string], number>(
    `SELECT 1 FROM view_register WHERE register = 'cases' AND key = ?`,
  );
  if (known.pluck().get(number) === undefined)
    throw new RetentionError('retention.case_unknown', { case: number }, { field: 'case' });
}

/** Errors: `station.evidence_unknown`, `retention.evidence_disposed`. */
export function requireStanding(db: Db, evidence: string): void {
  const known = db.prepare<[string], number>('SELECT 1 FROM view_evidence WHERE evidence = ?').pluck();
  if (known.get(evidence) === undefined) throw new StationError('station.evidence_unknown', { evidence });
  const disposal = disposalOf(db, evidence);
  if (disposal !== null) throw new RetentionError('retention.evidence_disposed', { evidence, disposal });
}

/** The disposal that takes an item away or has done so; null where none does. */
export function disposalOf(db: Db, evidence: string): string | null {
  const found = db.prepare<[string], string>(
    `SELECT disposal FROM view_disposal_item WHERE evidence = ? AND state IN ('begun', 'disposed')`,
  );
  return found.pluck().get(evidence) ?? null;
}
