import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Account } from '../schemas/access.ts';

export const accountListRoute = route({
  method: 'GET',
  path: '/api/v1/accounts',
  name: 'accountList',
  tag: 'accounts',
  says: 'Accounts by their ids',
  shapes: { query: listQuery(['=id'], {}) },
  answer: pageSchema(Account),
  impersonal: true,
  async handle({ reader }, { query }) {
    const { after, limit, page } = paging('accounts accounts', query, 'id');
    const { rows, next } = await reader.read('accounts', { after, limit });
    return page(rows, next);
  },
});
