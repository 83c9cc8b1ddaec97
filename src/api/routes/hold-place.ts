import { orderShapes } from '../../station/orders.ts';
import { route } from '../route.ts';
import { bodyOf } from '../schemas/access.ts';
import { KeptDone } from '../schemas/retention.ts';

export const holdPlaceRoute = route({
  method: 'POST',
  path: '/api/v1/holds',
  name: 'holdPlace',
  tag: 'retention',
  says: 'Holds an item, or whatever is filed under a case now or later, until the hold is lifted',
  shapes: { body: bodyOf(orderShapes.placeHold) },
  answer: KeptDone,
  about: ({ body }) => [{ kind: body.of, id: body.about }],
  handle: async ({ order }, { body, caller }) => await order({ order: 'placeHold', args: body }, caller),
});
