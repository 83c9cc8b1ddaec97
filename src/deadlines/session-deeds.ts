import type { Db } from '../custody/database.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import type { Ledger } from '../custody/ledger.ts';
import { DeadlineError } from './error.ts';
import type { SessionBook } from './session-book.ts';

export interface DeedRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly book: SessionBook;
}

/** Takes recordings out of their session into a new one; its id. Errors: `deadlines.session_unknown`, `deadlines.items_apart`. */
export async function splitSession(
  { db, ledger, book }: DeedRoom,
  evidence: readonly string[],
  actor: Actor,
): Promise<string> {
  const from = new Map(evidence.map((one) => [one, sessionOf(db, one)]));
  const [first] = from.values();
  if (first === undefined || new Set(from.values()).size > 1)
    throw new DeadlineError('deadlines.items_apart', { found: [...new Set(from.values())].join(', ') });
  if (itemsOf(db, first).length === from.size)
    throw new DeadlineError('deadlines.split_all', { session: first });
  const session = book.next();
  const [recorder = recorderOf(db, first)] = peopleOf(db, [...from.keys()]).recorders;
  const moved = book.move([...from.keys()], session, recorder, 'split', actor);
  // The officer was back when they were, whatever belongs together.
  const returned = returnOf(db, first);
  await ledger.append([
    ...moved,
    ...(returned === null ? [] : [returnDraft(session, returned, null, actor)]),
  ]);
  return session;
}

/**
 * Puts everything into the first of them; the latest return that a person has entered for any of them comes along.
 * Errors: `deadlines.session_unknown`, `deadlines.join_one`, `deadlines.join_apart` (recordings of two officers, or of two
 * recorders whose officer nobody names, are no one course of enforcement), `deadlines.join_justified`.
 */
export async function joinSessions(
  { db, ledger, book }: DeedRoom,
  sessions: readonly string[],
  actor: Actor,
): Promise<string> {
  const all = [...new Set(sessions)];
  const [into, ...others] = all;
  if (into === undefined || others.length === 0)
    throw new DeadlineError('deadlines.join_one', { session: into ?? '-' });
  const recorder = recorderOf(db, into);
  for (const one of others) recorderOf(db, one);
  const items = others.flatMap((one) => itemsOf(db, one));
  const { recorders, officers } = peopleOf(db, [...itemsOf(db, into), ...items]);
  if (officers.length > 1 || (officers.length === 0 && recorders.length > 1))
    throw new DeadlineError('deadlines.join_apart', { found: [...officers, ...recorders].join(', ') });
  const justified = others.find((one) => isJustified(db, one));
  if (justified !== undefined) throw new DeadlineError('deadlines.join_justified', { session: justified });
  const returns = all.map((one) => returnOf(db, one)).filter((one) => one !== null);
  const latest = returns.toSorted().at(-1) ?? null;
  const carried =
    latest === null || latest === returnOf(db, into) ? [] : [returnDraft(into, latest, null, actor)];
  await ledger.append([...book.move(items, into, recorder, 'joined', actor), ...carried]);
  return into;
}

/**
 * Enters when the officer returned to the unit; one that replaces another needs a note. Errors: `deadlines.session_unknown`,
 * `deadlines.return_future`, `deadlines.return_before_start`, `deadlines.note_wanted`.
 */
export async function enterReturn(
  { db, ledger }: DeedRoom,
  session: string,
  returned: Temporal.Instant,
  now: Temporal.ZonedDateTime,
  note: string | null,
  actor: Actor,
): Promise<void> {
  recorderOf(db, session);
  const local = (one: Temporal.Instant): string =>
    one.toZonedDateTimeISO(now).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
  const found = local(returned);
  if (Temporal.Instant.compare(returned, now.toInstant()) > 0)
    throw new DeadlineError(
      'deadlines.return_future',
      { found, now: local(now.toInstant()) },
      { field: 'at' },
    );
  const start = startOf(db, session);
  if (start !== null && Temporal.Instant.compare(returned, start) < 0)
    throw new DeadlineError('deadlines.return_before_start', { found, start: local(start) }, { field: 'at' });
  if (returnOf(db, session) !== null && note === null)
    throw new DeadlineError('deadlines.note_wanted', { session }, { field: 'note' });
  await ledger.append([returnDraft(session, returned.toString(), note, actor)]);
}

function returnDraft(session: string, returned: string, note: string | null, actor: Actor): AnyDraft {
  return {
    type: 'session.returned',
    actor,
    subject: { kind: 'session', id: session },
    data: { session, returned, source: 'person' },
    personal: note === null ? {} : { note },
  };
}

/** What a person has entered; a roster's return is found again by itself. */
function returnOf(db: Db, session: string): string | null {
  return (
    db
      .prepare<[string], string>(
        `SELECT returned FROM view_session WHERE session = ? AND returned_source = 'person'`,
      )
      .pluck()
      .get(session) ?? null
  );
}

/** When the first of its recordings began; null where none tells. */
function startOf(db: Db, session: string): Temporal.Instant | null {
  const found = db
    .prepare<[string], string | null>('SELECT min(start) FROM view_session_item WHERE session = ?')
    .pluck()
    .get(session);
  return found == null ? null : Temporal.Instant.from(found);
}

function peopleOf(
  db: Db,
  evidence: readonly string[],
): { readonly recorders: readonly string[]; readonly officers: readonly string[] } {
  const one = db.prepare<[string], { recorder: string; officer: string | null }>(
    'SELECT recorder, officer FROM view_session_item WHERE evidence = ?',
  );
  const rows = evidence.flatMap((id) => one.get(id) ?? []);
  return {
    recorders: [...new Set(rows.map(({ recorder }) => recorder))],
    officers: [...new Set(rows.map(({ officer }) => officer).filter((officer) => officer !== null))],
  };
}

function isJustified(db: Db, session: string): boolean {
  const found = db.prepare<[string], number>(
    `SELECT 1 FROM view_justification WHERE session = ? AND state IN ('submitted', 'approved')`,
  );
  return found.pluck().get(session) !== undefined;
}

/** The recorder of a session that has recordings. Error: `deadlines.session_unknown`. */
export function recorderOf(db: Db, session: string): string {
  const found = db
    .prepare<[string], string>(
      `SELECT recorder FROM view_session s WHERE session = ?
       AND EXISTS (SELECT 1 FROM view_session_item i WHERE i.session = s.session)`,
    )
    .pluck()
    .get(session);
  if (found === undefined)
    throw new DeadlineError('deadlines.session_unknown', { found: session }, { field: 'SESSION' });
  return found;
}

function sessionOf(db: Db, evidence: string): string {
  const found = db
    .prepare<[string], string | null>('SELECT session FROM view_session_item WHERE evidence = ?')
    .pluck()
    .get(evidence);
  if (found == null)
    throw new DeadlineError('deadlines.session_unknown', { found: evidence }, { field: 'EVIDENCE' });
  return found;
}

function itemsOf(db: Db, session: string): readonly string[] {
  return db
    .prepare<[string], string>('SELECT evidence FROM view_session_item WHERE session = ? ORDER BY evidence')
    .pluck()
    .all(session);
}
