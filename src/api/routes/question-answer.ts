import { questionName, shownQuestion } from '../kept-question.ts';
import { route } from '../route.ts';

export const questionAnswerRoute = route({
  method: 'GET',
  path: '/api/v1/questions/:name/answer',
  name: 'questionAnswer',
  tag: 'questions',
  says: 'Asks a kept question: sends on (303) to its list, which answers as far as the caller may see',
  shapes: { params: questionName },
  answer: null,
  async handle({ reader }, { params, caller }, { reply }) {
    const kept = await reader.read('question', { account: caller.actor.id, name: params.name });
    reply.code(303).header('location', shownQuestion(kept).address).send();
  },
});
