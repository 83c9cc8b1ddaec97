import Type from 'typebox';
import { listQuery, pageSchema, paging, spanFilters, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { Justification } from '../schemas/session.ts';

export const justificationListRoute = route({
  method: 'GET',
  path: '/api/v1/justifications',
  name: 'justificationList',
  tag: 'justifications',
  says: 'Written reasons for being late, in the order in which they were submitted',
  shapes: {
    query: listQuery(['id'], {
      session: Type.Optional(text(64)),
      ...spanFilters,
      state: Type.Optional(Type.Enum(['submitted', 'approved', 'rejected', 'withdrawn'])),
    }),
  },
  answer: pageSchema(Justification),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('justifications', query, '-id');
    const { session = null, state = null } = query;
    const where = { ...spanGiven(query), session, state, visible: caller.visible };
    const asked = { ...where, after, limit, newestFirst: descending };
    const { justifications, next } = await reader.read('justifications', asked);
    return page(justifications, next);
  },
});
