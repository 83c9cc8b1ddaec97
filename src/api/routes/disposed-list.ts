import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { DisposedItem } from '../schemas/retention.ts';

export const disposedListRoute = route({
  method: 'GET',
  path: '/api/v1/disposed',
  name: 'disposedList',
  tag: 'retention',
  says: 'Items whose originals are gone, by whose proposal and whose approval',
  shapes: { query: listQuery(['id'], { disposal: Type.Optional(text(64)) }) },
  answer: pageSchema(DisposedItem),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('disposed', query, '-id');
    const { visible } = caller;
    const { disposed, next } = await reader.read('disposed', {
      ...{ disposal: query.disposal ?? null, after, limit, newestFirst: descending, visible },
    });
    return page(disposed, next);
  },
});
