import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Proposal } from '../schemas/access.ts';

export const proposalListRoute = route({
  method: 'GET',
  path: '/api/v1/proposals',
  name: 'proposalList',
  tag: 'accounts',
  says: 'What needs a second person, newest first; open ones, unless all are asked for',
  shapes: {
    query: listQuery(['=-id'], {
      all: Type.Optional(Type.Boolean({ description: 'Settled and expired ones too' })),
    }),
  },
  answer: pageSchema(Proposal),
  async handle({ reader }, { query }) {
    const { after, limit, page } = paging('accounts proposals', query, '-id');
    const { proposals, next } = await reader.read('proposals', {
      openOnly: query.all !== true,
      after,
      limit,
    });
    return page(proposals, next);
  },
});
