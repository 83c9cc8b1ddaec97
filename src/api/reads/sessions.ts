import { type JustificationFilter, justificationPage } from '../../station/catalogue/justifications.ts';
import { type SessionFilter, sessionDetail, sessionList } from '../../station/catalogue/sessions.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import { type Telling, told } from './entries.ts';
import { peopleOf } from './people.ts';

export function readSessions({ db }: ReadWorld, filter: SessionFilter) {
  return sessionList(db, filter);
}

/** Errors: `deadlines.session_unknown`, `deadlines.session_emptied`. */
export function readSession(
  world: ReadWorld,
  { session, ...telling }: Telling & { readonly session: string },
) {
  const found = sessionDetail(world.db, session);
  return { ...found, history: told(world, found.history, telling) };
}

export function readJustifications({ db }: ReadWorld, filter: JustificationFilter) {
  const { justifications, next } = justificationPage(db, filter);
  const named = justifications.map((one) => ({ ...one, people: peopleOf(db, [one.submitter, one.decider]) }));
  return { justifications: named, next };
}
