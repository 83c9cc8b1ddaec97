import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Recorder } from '../schemas/docking.ts';

export const recorderListRoute = route({
  method: 'GET',
  path: '/api/v1/recorders',
  name: 'recorderList',
  tag: 'recorders',
  says: 'Every recorder that is registered or was ever docked, by its number',
  shapes: { query: listQuery(['recorder'], {}) },
  answer: pageSchema(Recorder),
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('recorders', query, 'recorder');
    const { recorders, next } = await reader.read('recorders', { after, limit, newestFirst: descending });
    return page(recorders, next);
  },
});
