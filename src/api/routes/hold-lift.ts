import Type from 'typebox';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf, words } from '../schemas/common.ts';

export const holdLiftRoute = route({
  method: 'POST',
  path: '/api/v1/holds/:hold/lifting',
  name: 'holdLift',
  tag: 'evidence',
  says: 'Lifts a hold; what was held is kept as its class says',
  shapes: { params: idOf('hold'), body: Type.Object({ reason: words }, closed) },
  answer: Done,
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'liftHold', args: { hold: params.hold, reason: body.reason } }, caller),
});
