import Type from 'typebox';
import { questionName } from '../kept-question.ts';
import { keptQuery, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { entryFilters } from './entry-question.ts';

export const questionKeepEntriesRoute = route({
  method: 'PUT',
  path: '/api/v1/questions/:name/entries',
  name: 'questionKeepEntries',
  tag: 'questions',
  says: 'Keeps a question to the list of entries under a name, in place of an earlier one',
  shapes: {
    params: questionName,
    body: Type.Object({ query: keptQuery(['seq'], entryFilters) }, closed),
  },
  answer: null,
  async handle({ order }, { params, body, caller }) {
    spanGiven(body.query);
    await order({ order: 'keepQuestion', args: { ...params, about: 'entries', ...body } }, caller);
  },
});
