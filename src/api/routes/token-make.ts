import { accessOrderShapes } from '../../station/access-orders.ts';
import { route } from '../route.ts';
import { bodyOf, Done } from '../schemas/access.ts';

export const tokenMakeRoute = route({
  method: 'POST',
  path: '/api/v1/tokens',
  name: 'tokenMake',
  tag: 'accounts',
  says: 'A token for a program, with scope and expiry; its secret is shown once',
  shapes: { body: bodyOf(accessOrderShapes.makeToken) },
  answer: Done,
  impersonal: true,
  handle: async ({ order }, { body, caller }) => await order({ order: 'makeToken', args: body }, caller),
});
