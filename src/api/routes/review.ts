import { route } from '../route.ts';
import { Review } from '../schemas/access.ts';
import { idOf } from '../schemas/common.ts';

export const reviewRoute = route({
  method: 'GET',
  path: '/api/v1/reviews/:review',
  name: 'review',
  tag: 'reviews',
  says: 'One draw with its review ledger (评查台账)',
  shapes: { params: idOf('review') },
  answer: Review,
  handle: async ({ reader }, { params }) => await reader.read('review', { review: params.review }),
});
