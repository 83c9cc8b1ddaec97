import { accessOrderShapes } from '../../station/access-orders.ts';
import { route } from '../route.ts';
import { bodyOf, Done } from '../schemas/access.ts';

export const reviewDrawRoute = route({
  method: 'POST',
  path: '/api/v1/reviews',
  name: 'reviewDraw',
  tag: 'reviews',
  says: 'Draws cases for mutual review by a seed that everybody can check',
  shapes: { body: bodyOf(accessOrderShapes.drawReview) },
  answer: Done,
  impersonal: true,
  handle: async ({ order }, { body, caller }) => await order({ order: 'drawReview', args: body }, caller),
});
