import Type from 'typebox';
import { caseStates } from '../../station/catalogue/case-particulars.ts';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { ListedCase } from '../schemas/case.ts';
import { text } from '../schemas/common.ts';

export const caseListRoute = route({
  method: 'GET',
  path: '/api/v1/cases',
  name: 'caseList',
  tag: 'cases',
  says: 'Cases with what is filed under them and their limits, by their numbers',
  shapes: {
    query: listQuery(['number'], {
      handler: Type.Optional(text(64)),
      party: Type.Optional(text(64)),
      unit: Type.Optional(
        Type.String({ minLength: 1, maxLength: 64, description: 'Of the handler, or one above it' }),
      ),
      state: Type.Optional(Type.Enum([...caseStates])),
    }),
  },
  answer: pageSchema(ListedCase),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('cases', query, 'number');
    const { handler = null, party = null, unit = null, state = null } = query;
    const where = { handler, party, unit, state, visible: caller.visible };
    const asked = { ...where, order: 'number', descending, after, limit } as const;
    const { cases, next } = await reader.read('cases', asked);
    return page(cases, next);
  },
});
