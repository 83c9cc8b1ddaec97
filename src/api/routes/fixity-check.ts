import { orderShapes } from '../../station/orders.ts';
import { route } from '../route.ts';
import { bodyOf } from '../schemas/access.ts';
import { FixityAnswer } from '../schemas/fixity.ts';

export const fixityCheckRoute = route({
  method: 'POST',
  path: '/api/v1/fixity/checks',
  name: 'fixityCheck',
  tag: 'fixity',
  says: 'Reads copies back now: of these items, of everything, or of what is due; what is damaged is repaired where another copy is sound',
  shapes: { body: bodyOf(orderShapes.checkFixity) },
  answer: FixityAnswer,
  // A vault of terabytes is read whole.
  perMinute: 10,
  handle: async ({ order }, { body, caller }) => await order({ order: 'checkFixity', args: body }, caller),
});
