import Type from 'typebox';
import { listQuery, pageSchema, paging } from '../listing.ts';
import { route } from '../route.ts';
import { ListedReview } from '../schemas/access.ts';
import { text } from '../schemas/common.ts';

export const reviewListRoute = route({
  method: 'GET',
  path: '/api/v1/reviews',
  name: 'reviewList',
  tag: 'reviews',
  says: 'Draws of cases for mutual review (HY-16) in the order in which they were made',
  shapes: {
    query: listQuery(['id'], {
      unit: Type.Optional(text(64)),
      reviewer: Type.Optional(
        Type.String({ minLength: 1, maxLength: 64, description: 'Who reviews one of its cases' }),
      ),
    }),
  },
  answer: pageSchema(ListedReview),
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('reviews reviews', query, '-id');
    const { unit = null, reviewer = null } = query;
    const { reviews, next } = await reader.read('reviews', { unit, reviewer, after, limit, descending });
    return page(reviews, next);
  },
});
