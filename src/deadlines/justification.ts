import type { Db } from '../custody/database.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import type { JustificationCategory } from '../custody/entry-kinds.ts';
import type { Ledger } from '../custody/ledger.ts';
import { requireTwoPersons, samePerson } from '../custody/person.ts';
import { type Attached, attachedDraft } from '../intake/attached.ts';
import { DeadlineError } from './error.ts';
import { recorderOf } from './session-deeds.ts';

interface JustificationRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly stationCode: string;
}

/**
 * A written reason for being late. A second one may be submitted after a rejection or a withdrawal, never beside an open or an approved
 * one. Errors: `deadlines.session_unknown`, `deadlines.justification_open`.
 */
export async function submitJustification(
  { db, ledger, stationCode }: JustificationRoom,
  wish: { readonly session: string; readonly category: JustificationCategory; readonly text: string },
  attachments: readonly Attached[],
  actor: Actor,
): Promise<string> {
  const { session, category, text } = wish;
  requireJustifiable(db, session);
  const justification = nextId(db, stationCode);
  const subject = { kind: 'justification', id: justification } as const;
  const attached = attachments.map((one) => attachedDraft(one, { justification, finding: null }, actor));
  const submitted: AnyDraft = {
    type: 'justification.submitted',
    actor,
    subject,
    data: { justification, session, category },
    personal: { text },
  };
  await ledger.append([...attached, submitted]);
  return justification;
}

/**
 * Whether a reason can be submitted for a session: it has recordings, something of it is not simply in time, and no
 * reason is open or approved. Errors: `deadlines.session_unknown`, `deadlines.nothing_to_justify`,
 * `deadlines.justification_open`.
 */
export function requireJustifiable(db: Db, session: string): void {
  recorderOf(db, session);
  const standing = newestOf(db, session);
  if (standing !== null && (standing.state === 'submitted' || standing.state === 'approved'))
    throw new DeadlineError('deadlines.justification_open', {
      session,
      justification: standing.justification,
    });
  const verdicts = db
    .prepare<[string], string>('SELECT DISTINCT verdict FROM view_verdict WHERE session = ?')
    .pluck()
    .all(session);
  if (verdicts.length > 0 && verdicts.every((one) => one === 'on_time'))
    throw new DeadlineError('deadlines.nothing_to_justify', { session });
}

/**
 * Approves or rejects one, also after the last limit. Nobody decides on what they have submitted; they alone may withdraw it.
 * Errors: `deadlines.justification_unknown`, `deadlines.justification_decided`, `deadlines.justification_own`.
 */
export async function decideJustification(
  { db, ledger }: Pick<JustificationRoom, 'db' | 'ledger'>,
  wish: {
    readonly justification: string;
    readonly decision: 'approved' | 'rejected' | 'withdrawn';
    readonly note: string | null;
  },
  actor: Actor,
): Promise<void> {
  const { justification, decision, note } = wish;
  const found = db
    .prepare<[string], { session: string; submitter: string; state: string }>(
      'SELECT session, submitter, state FROM view_justification WHERE justification = ?',
    )
    .get(justification);
  if (found === undefined)
    throw new DeadlineError('deadlines.justification_unknown', { found: justification });
  const { session, submitter, state } = found;
  if (state !== 'submitted')
    throw new DeadlineError('deadlines.justification_decided', { justification, state });
  if (samePerson(db, submitter, actor.id) !== (decision === 'withdrawn'))
    throw new DeadlineError('deadlines.justification_own', { justification, submitter });
  if (decision !== 'withdrawn') requireTwoPersons(db, submitter, actor.id);
  await ledger.append([
    {
      type: 'justification.decided',
      actor,
      subject: { kind: 'justification', id: justification },
      data: { justification, session, decision },
      personal: note === null ? {} : { note },
    },
  ]);
}

function newestOf(db: Db, session: string): { justification: string; state: string } | null {
  return (
    db
      .prepare<[string], { justification: string; state: string }>(
        'SELECT justification, state FROM view_justification WHERE session = ? ORDER BY rowid DESC LIMIT 1',
      )
      .get(session) ?? null
  );
}

function nextId(db: Db, stationCode: string): string {
  const last = db
    .prepare<[], string>('SELECT justification FROM view_justification ORDER BY rowid DESC LIMIT 1')
    .pluck()
    .get();
  const number = Number(/\d+$/.exec(last ?? '')?.[0] ?? 0) + 1;
  return `${stationCode}-J${String(number).padStart(6, '0')}`;
}
