import { Question, questionName, shownQuestion } from '../kept-question.ts';
import { route } from '../route.ts';

export const questionRoute = route({
  method: 'GET',
  path: '/api/v1/questions/:name',
  name: 'question',
  tag: 'questions',
  says: 'A question that the caller has kept, with the address at which its answer is',
  shapes: { params: questionName },
  answer: Question,
  impersonal: true,
  handle: async ({ reader }, { params, caller }) =>
    shownQuestion(await reader.read('question', { account: caller.actor.id, name: params.name })),
});
