import Type from 'typebox';
import { reviewGrades } from '../../custody/entry-kinds.ts';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf, noteOrNone, words } from '../schemas/common.ts';

export const reviewEnterRoute = route({
  method: 'POST',
  path: '/api/v1/reviews/:review/findings',
  name: 'reviewEnter',
  tag: 'reviews',
  says: 'What the review of a case has found',
  shapes: {
    params: idOf('review'),
    body: Type.Object(
      {
        case: Type.String({ minLength: 1, maxLength: 128 }),
        grade: Type.Enum([...reviewGrades]),
        found: words,
        mend: noteOrNone,
      },
      closed,
    ),
  },
  answer: Done,
  impersonal: true,
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'enterReview', args: { review: params.review, ...body } }, caller),
});
