import type { Clock } from '../../clock.ts';
import type { Db } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import type { DisposalDecision } from '../../custody/entry-kinds.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { requireTwoPersons, samePerson } from '../../custody/person.ts';
import { timeWords } from '../../texts/units.ts';
import type { RetentionBook } from './book.ts';
import { RetentionError } from './error.ts';
import { expired, hindranceOf, openDisposalOf } from './hindrance.ts';
import { requireStanding } from './hold-deeds.ts';
import { nextNumber } from './numbered.ts';

/** What an entry can name (65,535 bytes), and what a second person can look through. */
export const mostInDisposal = 1_000;

export interface DisposalDeedRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly stationCode: string;
  readonly book: RetentionBook;
  readonly clock: Clock;
}

/**
 * Proposes that items be disposed of; null: whatever is past its lock and held by nothing, up to 1,000. Errors:
 * `retention.still_locked` or `retention.not_disposable` with the first that is locked or held, `retention.nothing_expired`,
 * `retention.disposal_open`, `retention.evidence_disposed`, `station.evidence_unknown`.
 */
export async function proposeDisposal(
  { db, ledger, stationCode, book, clock }: DisposalDeedRoom,
  wish: { readonly evidence: readonly string[] | null; readonly reason: string },
  actor: Actor,
): Promise<{ readonly disposal: string; readonly evidence: readonly string[] }> {
  const now = clock.now();
  const named = wish.evidence === null ? null : [...new Set(wish.evidence)];
  for (const one of named ?? []) requireDisposable({ db, book }, one, now);
  const evidence = named ?? expired({ db, book }, now, mostInDisposal);
  if (evidence.length === 0) throw new RetentionError('retention.nothing_expired', {});
  const disposal = nextNumber(db, stationCode, 'disposal');
  await ledger.append([
    {
      type: 'disposal.proposed',
      actor,
      subject: { kind: 'disposal', id: disposal },
      data: { disposal, evidence },
      personal: { reason: wish.reason },
    },
  ]);
  return { disposal, evidence };
}

/**
 * Approves, rejects or withdraws a proposal. Nobody decides on what they have proposed; they alone may withdraw it. Errors:
 * `retention.disposal_unknown`, `retention.disposal_decided`, `retention.disposal_own`.
 */
export async function decideDisposal(
  { db, ledger }: Pick<DisposalDeedRoom, 'db' | 'ledger'>,
  wish: { readonly disposal: string; readonly decision: DisposalDecision; readonly note: string | null },
  actor: Actor,
): Promise<void> {
  const { disposal, decision, note } = wish;
  const found = db
    .prepare<[string], { state: string; proposer: string }>(
      'SELECT state, proposer FROM view_disposal WHERE disposal = ?',
    )
    .get(disposal);
  if (found === undefined)
    throw new RetentionError('retention.disposal_unknown', { disposal }, { field: 'DISPOSAL' });
  const { state, proposer } = found;
  if (state !== 'proposed') throw new RetentionError('retention.disposal_decided', { disposal, state });
  if (samePerson(db, proposer, actor.id) !== (decision === 'withdrawn'))
    throw new RetentionError('retention.disposal_own', { disposal, proposer });
  if (decision !== 'withdrawn') requireTwoPersons(db, proposer, actor.id);
  await ledger.append([
    {
      type: 'disposal.decided',
      actor,
      subject: { kind: 'disposal', id: disposal },
      data: { disposal, decision },
      personal: note === null ? {} : { note },
    },
  ]);
}

function requireDisposable(
  rooms: { readonly db: Db; readonly book: RetentionBook },
  evidence: string,
  now: Temporal.Instant,
): void {
  requireStanding(rooms.db, evidence);
  const disposal = openDisposalOf(rooms.db, evidence);
  if (disposal !== null) throw new RetentionError('retention.disposal_open', { evidence, disposal });
  const hindrance = hindranceOf(rooms.book, evidence, now);
  if (hindrance === null) return;
  const { because, until } = hindrance;
  if (until !== null) {
    const words = timeWords(until.toString(), rooms.book.zone);
    throw new RetentionError('retention.still_locked', { evidence, until: words });
  }
  throw new RetentionError('retention.not_disposable', { evidence, because });
}
