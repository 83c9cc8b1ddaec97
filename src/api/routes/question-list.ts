import Type from 'typebox';
import { questionLists } from '../../access/questions/questions.ts';
import { Question, shownQuestion } from '../kept-question.ts';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';

export const questionListRoute = route({
  method: 'GET',
  path: '/api/v1/questions',
  name: 'questionList',
  tag: 'questions',
  says: 'Questions that the caller has kept, by their names',
  shapes: { query: listQuery(['name'], { about: Type.Optional(Type.Enum([...questionLists])) }) },
  answer: pageSchema(Question),
  impersonal: true,
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('questions', query, 'name');
    const asked = { account: caller.actor.id, about: query.about ?? null, after, limit, descending };
    const { questions, next } = await reader.read('questions', asked);
    return page(questions.map(shownQuestion), next);
  },
});
