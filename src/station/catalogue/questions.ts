import {
  type QuestionFilters,
  type QuestionList,
  type QuestionRow,
  questionNamed,
} from '../../access/questions/questions.ts';
import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from './conditions.ts';
import type { ListPage } from './list-page.ts';
import type { Condition } from './visible.ts';

/** A question that somebody has kept. */
export interface ListedQuestion {
  readonly name: string;
  readonly about: QuestionList;
  readonly query: QuestionFilters;
  readonly saved: string;
}

export interface QuestionFilter extends ListPage {
  /** Whose they are. */
  readonly account: string;
  readonly about: QuestionList | null;
}

/** Somebody's own questions by their names. */
export function questionList(
  db: Db,
  filter: QuestionFilter,
): { readonly questions: readonly ListedQuestion[]; readonly next: string | null } {
  const { sql, parameters } = questionRows(filter);
  const found = db.prepare<unknown[], QuestionRow>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ name }) => name);
  return { questions: rows.map(listed), next };
}

export function questionRows({ account, about, after, limit, descending }: QuestionFilter): Condition {
  const conditions = new Conditions()
    .add('account = ?', account)
    .add('about = ?', about)
    .add(descending ? 'name < ?' : 'name > ?', after);
  return {
    sql: `SELECT name, about, query, saved FROM work_question${conditions.where}
      ORDER BY name${descending ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

/** Error: `access.question_unknown`. */
export function question(db: Db, account: string, name: string): ListedQuestion {
  return listed(questionNamed(db, account, name));
}

function listed({ query, ...row }: QuestionRow): ListedQuestion {
  // What was kept had passed the shape of its list.
  return { ...row, query: JSON.parse(query) as QuestionFilters };
}
