import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { closed, moment, text } from '../schemas/common.ts';

export const Port = Type.Object(
  { path: Type.String({ description: 'Its place on the bus' }), port: Type.String(), named: moment },
  closed,
);

export const portListRoute = route({
  method: 'GET',
  path: '/api/v1/ports',
  name: 'portList',
  tag: 'dockings',
  says: 'Which number is painted on the dock at which place of the bus',
  shapes: { query: listQuery(['port'], { port: Type.Optional(text(16)) }) },
  impersonal: true,
  answer: pageSchema(Port),
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('ports', query, 'port');
    const { port = null } = query;
    const { rows, next } = await reader.read('ports', { port, after, limit, descending });
    return page(rows, next);
  },
});
