import { route } from '../route.ts';
import { Party } from '../schemas/case.ts';
import { idOf } from '../schemas/common.ts';

export const partyRoute = route({
  method: 'GET',
  path: '/api/v1/parties/:code',
  name: 'party',
  tag: 'cases',
  says: 'A party with all of its cases, and every recording of it',
  shapes: { params: idOf('code', 128) },
  answer: Party,
  handle: async ({ reader }, { params }) => await reader.read('party', { code: params.code }),
});
