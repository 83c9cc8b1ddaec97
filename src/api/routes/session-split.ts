import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

export const sessionSplitRoute = route({
  method: 'POST',
  path: '/api/v1/sessions/split',
  name: 'sessionSplit',
  tag: 'sessions',
  says: 'Takes recordings out of their course of enforcement into one of their own',
  shapes: {
    body: Type.Object(
      {
        evidence: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 1_000 }),
      },
      closed,
    ),
  },
  answer: Type.Object({ session: Type.String() }, closed),
  about: ({ body }) => body.evidence.map((id) => ({ kind: 'evidence', id })),
  handle: async ({ order }, { body, caller }) =>
    await order({ order: 'split', args: { evidence: body.evidence } }, caller),
});
