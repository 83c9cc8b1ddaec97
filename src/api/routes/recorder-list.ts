import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { text } from '../schemas/common.ts';
import { Recorder } from '../schemas/docking.ts';

export const recorderListRoute = route({
  method: 'GET',
  path: '/api/v1/recorders',
  name: 'recorderList',
  tag: 'recorders',
  says: 'Every recorder that is registered or was ever docked, by its number',
  shapes: {
    query: listQuery(['recorder'], {
      profile: Type.Optional(text(64)),
      state: Type.Optional(
        Type.String({ minLength: 1, maxLength: 64, description: 'As the register has it' }),
      ),
      holder: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 64,
          description: 'An officer’s number, as the register has it',
        }),
      ),
      registered: Type.Optional(Type.Boolean()),
    }),
  },
  answer: pageSchema(Recorder),
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('recorders', query, 'recorder');
    const { profile = null, state = null, holder = null, registered = null } = query;
    const where = { profile, state, holder, registered };
    const asked = { ...where, after, limit, newestFirst: descending };
    const { recorders, next } = await reader.read('recorders', asked);
    return page(recorders, next);
  },
});
