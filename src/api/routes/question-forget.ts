import { questionName } from '../kept-question.ts';
import { route } from '../route.ts';

export const questionForgetRoute = route({
  method: 'DELETE',
  path: '/api/v1/questions/:name',
  name: 'questionForget',
  tag: 'questions',
  says: 'Forgets a question that the caller has kept',
  shapes: { params: questionName },
  answer: null,
  async handle({ order }, { params, caller }) {
    await order({ order: 'forgetQuestion', args: params }, caller);
  },
});
