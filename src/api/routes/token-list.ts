import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Token } from '../schemas/access.ts';

export const tokenListRoute = route({
  method: 'GET',
  path: '/api/v1/tokens',
  name: 'tokenList',
  tag: 'accounts',
  says: 'Tokens of programs; their secrets are nowhere',
  shapes: {
    query: listQuery(['=id'], { account: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })) }),
  },
  answer: pageSchema(Token),
  async handle({ reader }, { query }) {
    const { after, limit, page } = paging('accounts tokens', query, 'id');
    const { rows, next } = await reader.read('tokens', { account: query.account ?? null, after, limit });
    return page(rows, next);
  },
});
