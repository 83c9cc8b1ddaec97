import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Role } from '../schemas/access.ts';

export const roleListRoute = route({
  method: 'GET',
  path: '/api/v1/roles',
  name: 'roleList',
  tag: 'accounts',
  says: 'The built-in roles, and those that the unit has defined itself, with what they grant',
  shapes: {
    query: listQuery(['name'], {
      custom: Type.Optional(
        Type.Boolean({ description: 'Only those of the unit, or only the built-in ones' }),
      ),
    }),
  },
  answer: pageSchema(Role),
  impersonal: true,
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('accounts roles', query, 'name');
    const { custom = null } = query;
    const { rows, next } = await reader.read('roles', { custom, after, limit, descending });
    return page(rows, next);
  },
});
