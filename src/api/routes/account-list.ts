import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Account } from '../schemas/access.ts';
import { text } from '../schemas/common.ts';

export const accountListRoute = route({
  method: 'GET',
  path: '/api/v1/accounts',
  name: 'accountList',
  tag: 'accounts',
  says: 'Accounts by their ids',
  shapes: {
    query: listQuery(['id'], {
      state: Type.Optional(Type.Enum(['active', 'disabled'])),
      role: Type.Optional(text(64)),
      unit: Type.Optional(
        Type.String({ minLength: 1, maxLength: 64, description: 'Whose scope names this unit' }),
      ),
      officer: Type.Optional(text(64)),
    }),
  },
  answer: pageSchema(Account),
  impersonal: true,
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('accounts accounts', query, 'id');
    const { state = null, role = null, unit = null, officer = null } = query;
    const asked = { state, role, unit, officer, after, limit, descending };
    const { accounts, next } = await reader.read('accounts', asked);
    return page(accounts, next);
  },
});
