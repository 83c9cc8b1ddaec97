import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { Hold } from '../schemas/retention.ts';

export const holdListRoute = route({
  method: 'GET',
  path: '/api/v1/holds',
  name: 'holdList',
  tag: 'retention',
  says: 'Holds on items and on cases (ZZ-30); those that stand, unless all are asked for',
  shapes: {
    query: listQuery(['placed'], {
      all: Type.Optional(Type.Boolean({ description: 'Lifted ones too' })),
      about: Type.Optional(text(128)),
    }),
  },
  answer: pageSchema(Hold),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('holds', query, '-placed');
    const where = { standingOnly: query.all !== true, about: query.about ?? null };
    const { visible } = caller;
    const { holds, next } = await reader.read('holds', {
      ...where,
      ...{ after, limit, newestFirst: descending, visible },
    });
    return page(holds, next);
  },
});
