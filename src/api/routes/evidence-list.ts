import { listQuery, pageSchema, paging, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { ListedEvidence } from '../schemas/evidence.ts';
import { evidenceFilters } from './evidence-question.ts';

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
    const { docking = null, recorder = null, officer = null, state = null } = query;
    const { evidence, next } = await reader.read('evidenceList', {
      ...{
        docking,
        recorder,
        officer,
        state,
        case: query.case ?? null,
        class: query.class ?? null,
        ...spanGiven(query),
      },
      ...{
        unassigned: query.unassigned ?? false,
        withoutCase: query.withoutCase ?? false,
        singleCopy: query.singleCopy ?? false,
      },
      ...{ after, limit, newestFirst: descending, visible: caller.visible },
    });
    return page(evidence, next);
  },
});
