import Type from 'typebox';
import { requestStates } from '../../access/requests/request-book.ts';
import { listQuery, pageSchema, paging, spanFilters, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { ListedRequest } from '../schemas/access.ts';
import { text } from '../schemas/common.ts';

export const requestListRoute = route({
  method: 'GET',
  path: '/api/v1/requests',
  name: 'requestList',
  tag: 'requests',
  says: 'Requests to watch, copy, give out or lift a classification (ZZ-28, HY-12, HY-13, QZ-22)',
  shapes: {
    query: listQuery(['id'], {
      state: Type.Optional(Type.Enum([...requestStates])),
      of: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'Of this account' })),
      evidence: Type.Optional(text(64)),
      ...spanFilters,
    }),
  },
  answer: pageSchema(ListedRequest),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('requests', query, '-id');
    const { state = null, of = null, evidence = null } = query;
    const { visible, actor } = caller;
    const where = { ...spanGiven(query), state, of, evidence, visible, account: actor.id };
    const { requests, next } = await reader.read('requests', {
      ...where,
      after,
      limit,
      newestFirst: descending,
    });
    return page(requests, next);
  },
});
