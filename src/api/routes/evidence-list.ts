import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { ListedEvidence } from '../schemas/evidence.ts';
import { evidenceFilters, evidenceQuestion } from './evidence-question.ts';

export const evidenceListRoute = route({
  method: 'GET',
  path: '/api/v1/evidence',
  name: 'evidenceList',
  tag: 'evidence',
  says: 'Evidence items in the order in which they came in',
  shapes: {
    query: listQuery(['id'], evidenceFilters),
  },
  answer: pageSchema(ListedEvidence),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('evidence', query, '-id');
    const { evidence, next } = await reader.read('evidenceList', {
      ...evidenceQuestion(query),
      ...{ after, limit, newestFirst: descending, visible: caller.visible },
    });
    return page(evidence, next);
  },
});
