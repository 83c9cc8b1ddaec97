import type { Db } from '../../custody/database.ts';
import { AccessError } from '../error.ts';
import type { AccessRoom, Acting } from '../room.ts';

/** The lists of which a question can be kept. */
export const questionLists = ['entries', 'evidence'] as const;
export type QuestionList = (typeof questionLists)[number];

/** Filters of a list, as its address has them. */
export type QuestionFilters = Readonly<Record<string, string | boolean>>;

export interface KeptQuestion {
  readonly name: string;
  readonly about: QuestionList;
  readonly query: QuestionFilters;
}

/** Nobody finds anything among more. */
const mostQuestions = 100;

/**
 * Keeps a question for whoever asks it, in place of an earlier one of that name. It is no act on evidence: asking it is asked
 * anew each time of what one may see then. Error: `access.questions_full`.
 */
export async function keepQuestion(
  { db, ledger, turns, clock }: AccessRoom,
  { name, about, query }: KeptQuestion,
  { actor }: Acting,
): Promise<void> {
  await turns.take('questions', async () => {
    const others = db
      .prepare<[string, string], number>('SELECT count(*) FROM work_question WHERE account = ? AND name <> ?')
      .pluck();
    if ((others.get(actor.id, name) ?? 0) >= mostQuestions)
      throw new AccessError('access.questions_full', { most: mostQuestions }, { field: 'name' });
    const saved = clock.now().toString({ smallestUnit: 'second' });
    const params = [actor.id, name, about, JSON.stringify(query), saved];
    await ledger.append([], [{ sql: keep, params }]);
  });
}

/** Error: `access.question_unknown`. */
export async function forgetQuestion(
  { db, ledger }: AccessRoom,
  name: string,
  { actor }: Acting,
): Promise<void> {
  questionNamed(db, actor.id, name);
  const sql = 'DELETE FROM work_question WHERE account = ? AND name = ?';
  await ledger.append([], [{ sql, params: [actor.id, name] }]);
}

/** Error: `access.question_unknown`, also where it is somebody else's. */
export function questionNamed(db: Db, account: string, name: string): QuestionRow {
  const found = db
    .prepare<[string, string], QuestionRow>(
      'SELECT name, about, query, saved FROM work_question WHERE account = ? AND name = ?',
    )
    .get(account, name);
  if (found === undefined)
    throw new AccessError('access.question_unknown', { found: name }, { field: 'name' });
  return found;
}

/** A row of `work_question`. */
export interface QuestionRow {
  readonly name: string;
  readonly about: QuestionList;
  /** JSON. */
  readonly query: string;
  readonly saved: string;
}

const keep = `INSERT INTO work_question (account, name, about, query, saved) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET about = excluded.about, query = excluded.query, saved = excluded.saved`;
