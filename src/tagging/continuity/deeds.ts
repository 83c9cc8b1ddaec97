import type { Db } from '../../custody/database.ts';
import type { Actor, AnyDraft } from '../../custody/entry.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { type Attached, attachedDraft } from '../../intake/attached.ts';
import { TaggingError } from '../error.ts';

export interface FindingRoom {
  readonly db: Db;
  readonly ledger: Ledger;
}

/** The written statement on an interruption, as ZZ-23 and ZZ-27 ask for it. */
export interface Statement {
  readonly who: string;
  readonly when: Temporal.Instant;
  readonly why: string;
  readonly signedBy: string;
  readonly text: string | null;
}

/**
 * Whether a statement on a finding can be taken: it is open, or explained already, which a later statement replaces.
 * Errors: `tagging.finding_unknown`, `tagging.finding_settled`, `tagging.finding_later`.
 */
export function requireExplainable(
  db: Db,
  finding: string,
  when: Temporal.Instant,
  now: Temporal.Instant,
): void {
  requireState(db, finding, ['open', 'explained']);
  if (Temporal.Instant.compare(when, now) > 0)
    throw new TaggingError('tagging.finding_later', { when: when.toString() }, { field: 'when' });
}

/** Errors: as above. */
export async function explainFinding(
  { db, ledger }: FindingRoom,
  finding: string,
  { who, when, why, signedBy, text }: Statement,
  attachments: readonly Attached[],
  actor: Actor,
): Promise<void> {
  requireState(db, finding, ['open', 'explained']);
  const subject = { kind: 'finding', id: finding } as const;
  const attached = attachments.map((one) => attachedDraft(one, { justification: null, finding }, actor));
  const explained: AnyDraft = {
    type: 'finding.explained',
    actor,
    subject,
    data: { finding, when: when.toString() },
    personal: { who, why, signedBy, ...(text === null ? {} : { text }) },
  };
  await ledger.append([...attached, explained]);
}

/** Errors: `tagging.finding_unknown`, `tagging.finding_settled`. */
export async function dismissFinding(
  { db, ledger }: FindingRoom,
  finding: string,
  reason: string,
  actor: Actor,
): Promise<void> {
  requireState(db, finding, ['open']);
  await ledger.append([
    {
      type: 'finding.dismissed',
      actor,
      subject: { kind: 'finding', id: finding },
      data: { finding },
      personal: { reason },
    },
  ]);
}

function requireState(db: Db, finding: string, allowed: readonly string[]): void {
  const state = db
    .prepare<[string], string>('SELECT state FROM view_finding WHERE finding = ?')
    .pluck()
    .get(finding);
  if (state === undefined)
    throw new TaggingError('tagging.finding_unknown', { found: finding }, { field: 'ID' });
  if (!allowed.includes(state)) throw new TaggingError('tagging.finding_settled', { finding, state });
}
