import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Token } from '../schemas/access.ts';
import { text } from '../schemas/common.ts';

export const tokenListRoute = route({
  method: 'GET',
  path: '/api/v1/tokens',
  name: 'tokenList',
  tag: 'accounts',
  says: 'Tokens of programs; their secrets are nowhere',
  shapes: {
    query: listQuery(['id'], {
      account: Type.Optional(text(64)),
      valid: Type.Optional(Type.Boolean({ description: 'Only those neither revoked nor expired' })),
    }),
  },
  answer: pageSchema(Token),
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('accounts tokens', query, 'id');
    const { account = null, valid = false } = query;
    const { tokens, next } = await reader.read('tokens', { account, valid, after, limit, descending });
    return page(tokens, next);
  },
});
