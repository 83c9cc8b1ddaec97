import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf, words } from '../schemas/common.ts';
import { KeptDone } from '../schemas/retention.ts';

export const holdLiftRoute = route({
  method: 'POST',
  path: '/api/v1/holds/:hold/lifting',
  name: 'holdLift',
  tag: 'retention',
  says: 'Lifts a hold; others that stand on the same thing go on standing',
  shapes: { params: idOf('hold'), body: Type.Object({ reason: words }, closed) },
  answer: KeptDone,
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'liftHold', args: { hold: params.hold, reason: body.reason } }, caller),
});
