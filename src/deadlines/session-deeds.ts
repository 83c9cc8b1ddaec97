import type { Db } from '../custody/database.ts';
import type { Actor } from '../custody/entry.ts';
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
  await ledger.append(book.move([...from.keys()], session, recorderOf(db, first), 'split', actor));
  return session;
}

/** Puts everything into the first of them. Errors: `deadlines.session_unknown`. */
export async function joinSessions(
  { db, ledger, book }: DeedRoom,
  sessions: readonly string[],
  actor: Actor,
): Promise<string> {
  const [into, ...others] = [...new Set(sessions)];
  if (into === undefined || others.length === 0)
    throw new DeadlineError('deadlines.join_one', { session: into ?? '-' });
  const recorder = recorderOf(db, into);
  const items = others.flatMap((one) => {
    recorderOf(db, one);
    return itemsOf(db, one);
  });
  await ledger.append(book.move(items, into, recorder, 'joined', actor));
  return into;
}

/** Enters when the officer returned to the unit. Errors: `deadlines.session_unknown`, `deadlines.return_future`. */
export async function enterReturn(
  { db, ledger }: DeedRoom,
  session: string,
  returned: Temporal.Instant,
  now: Temporal.Instant,
  note: string | null,
  actor: Actor,
): Promise<void> {
  recorderOf(db, session);
  if (Temporal.Instant.compare(returned, now) > 0)
    throw new DeadlineError(
      'deadlines.return_future',
      { found: returned.toString(), now: now.toString() },
      { field: 'at' },
    );
  await ledger.append([
    {
      type: 'session.returned',
      actor,
      subject: { kind: 'session', id: session },
      data: { session, returned: returned.toString(), source: 'person' },
      personal: note === null ? {} : { note },
    },
  ]);
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
