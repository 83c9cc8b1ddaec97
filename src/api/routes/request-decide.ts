import Type from 'typebox';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';

export const requestDecideRoute = route({
  method: 'POST',
  path: '/api/v1/requests/:request/decision',
  name: 'requestDecide',
  tag: 'requests',
  says: 'Approves or rejects a request; nobody decides on their own',
  shapes: {
    params: idOf('request'),
    body: Type.Object({ decision: Type.Enum(['approved', 'rejected']), note: noteOrNone }, closed),
  },
  answer: Done,
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'decideRequest', args: { request: params.request, ...body } }, caller),
});
