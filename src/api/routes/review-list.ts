import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { Review } from '../schemas/access.ts';

export const reviewListRoute = route({
  method: 'GET',
  path: '/api/v1/reviews',
  name: 'reviewList',
  tag: 'reviews',
  says: 'Draws of cases for mutual review (HY-16), newest first',
  shapes: { query: listQuery(['=-id'], {}) },
  answer: pageSchema(Review),
  async handle({ reader }, { query }) {
    const { after, limit, page } = paging('reviews reviews', query, '-id');
    const { reviews, next } = await reader.read('reviews', { after, limit });
    return page(reviews, next);
  },
});
