import { orderShapes } from '../../station/orders.ts';
import { route } from '../route.ts';
import { bodyOf, Done } from '../schemas/access.ts';

export const disposalProposeRoute = route({
  method: 'POST',
  path: '/api/v1/disposals',
  name: 'disposalPropose',
  tag: 'retention',
  says: 'Proposes that originals be disposed of; without items: whatever is past its lock and held by nothing',
  shapes: { body: bodyOf(orderShapes.proposeDisposal) },
  answer: Done,
  perMinute: 30,
  handle: async ({ order }, { body, caller }) =>
    await order({ order: 'proposeDisposal', args: body }, caller),
});
