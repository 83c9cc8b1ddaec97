import Type from 'typebox';
import { questionName } from '../kept-question.ts';
import { keptQuery, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { evidenceFilters } from './evidence-question.ts';

export const questionKeepEvidenceRoute = route({
  method: 'PUT',
  path: '/api/v1/questions/:name/evidence',
  name: 'questionKeepEvidence',
  tag: 'questions',
  says: 'Keeps a question to the list of evidence items under a name, in place of an earlier one',
  shapes: {
    params: questionName,
    body: Type.Object({ query: keptQuery(['id'], evidenceFilters) }, closed),
  },
  answer: null,
  async handle({ order }, { params, body, caller }) {
    spanGiven(body.query);
    await order({ order: 'keepQuestion', args: { ...params, about: 'evidence', ...body } }, caller);
  },
});
