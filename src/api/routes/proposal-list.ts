import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Proposal } from '../schemas/access.ts';
import { text } from '../schemas/common.ts';

export const proposalListRoute = route({
  method: 'GET',
  path: '/api/v1/proposals',
  name: 'proposalList',
  tag: 'accounts',
  says: 'What needs a second person, by its number; open ones, unless all are asked for',
  shapes: {
    query: listQuery(['id'], {
      all: Type.Optional(Type.Boolean({ description: 'Settled and expired ones too' })),
      kind: Type.Optional(text(64)),
      proposer: Type.Optional(text(100)),
    }),
  },
  answer: pageSchema(Proposal),
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('accounts proposals', query, '-id');
    const { all = false, kind = null, proposer = null } = query;
    const asked = { openOnly: !all, kind, proposer, after, limit, descending };
    const { proposals, next } = await reader.read('proposals', asked);
    return page(proposals, next);
  },
});
