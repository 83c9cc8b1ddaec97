import Type from 'typebox';
import { disposalStates } from '../../station/catalogue/disposals.ts';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { ListedDisposal } from '../schemas/retention.ts';

export const disposalListRoute = route({
  method: 'GET',
  path: '/api/v1/disposals',
  name: 'disposalList',
  tag: 'retention',
  says: 'Proposals to dispose of originals whose time is over, and what became of them',
  shapes: {
    query: listQuery(['proposed'], { state: Type.Optional(Type.Enum([...disposalStates])) }),
  },
  answer: pageSchema(ListedDisposal),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('disposals', query, '-proposed');
    const { state = null } = query;
    const { visible } = caller;
    const { disposals, next } = await reader.read('disposals', {
      ...{ state, after, limit, newestFirst: descending, visible },
    });
    return page(disposals, next);
  },
});
