import Type from 'typebox';
import { listQuery, pageSchema, paging, spanFilters, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { Docking } from '../schemas/docking.ts';

export const dockingListRoute = route({
  method: 'GET',
  path: '/api/v1/dockings',
  name: 'dockingList',
  tag: 'dockings',
  says: 'Dockings in the order in which they began',
  shapes: {
    query: listQuery(['id'], {
      recorder: Type.Optional(text(64)),
      port: Type.Optional(text(64)),
      ...spanFilters,
    }),
  },
  answer: pageSchema(Docking),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('dockings', query, '-id');
    const { recorder = null, port = null } = query;
    const { visible } = caller;
    const where = { recorder, port, ...spanGiven(query), visible };
    const { dockings, next } = await reader.read('dockings', {
      ...where,
      after,
      limit,
      newestFirst: descending,
    });
    return page(dockings, next);
  },
});
