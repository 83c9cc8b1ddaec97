import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Damage } from '../schemas/fixity.ts';

export const damageListRoute = route({
  method: 'GET',
  path: '/api/v1/fixity/damages',
  name: 'damageList',
  tag: 'fixity',
  says: 'Copies that turned out damaged, and how that ended: repaired from where, and where the damaged one is kept',
  shapes: {
    query: listQuery(['since'], {
      open: Type.Optional(Type.Boolean({ description: 'Those that are damaged still' })),
    }),
  },
  answer: pageSchema(Damage),
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('damages', query, '-since');
    const { damages, next } = await reader.read('damages', {
      ...{ openOnly: query.open === true, after, limit, newestFirst: descending },
    });
    return page(damages, next);
  },
});
