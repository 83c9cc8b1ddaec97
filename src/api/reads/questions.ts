import { type QuestionFilter, question, questionList } from '../../station/catalogue/questions.ts';
import type { ReadWorld } from '../reading/read-world.ts';

export function readQuestions({ db }: ReadWorld, filter: QuestionFilter) {
  return questionList(db, filter);
}

/** Error: `access.question_unknown`. */
export function readQuestion(
  { db }: ReadWorld,
  { account, name }: { readonly account: string; readonly name: string },
) {
  return question(db, account, name);
}
