import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { Erasing } from '../schemas/erasing.ts';

export const erasingListRoute = route({
  method: 'GET',
  path: '/api/v1/erasings',
  name: 'erasingList',
  tag: 'erasing',
  says: 'What was taken off recorders, and by whose word',
  shapes: { query: listQuery(['id'], { docking: Type.Optional(text(64)) }) },
  answer: pageSchema(Erasing),
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('erasings', query, '-id');
    const { docking = null } = query;
    const { erasings, next } = await reader.read('erasings', {
      ...{ docking, after, limit, newestFirst: descending },
    });
    return page(erasings, next);
  },
});
