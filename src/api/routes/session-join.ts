import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

export const sessionJoinRoute = route({
  method: 'POST',
  path: '/api/v1/sessions/join',
  name: 'sessionJoin',
  tag: 'sessions',
  says: 'Makes one course of enforcement of several',
  shapes: {
    body: Type.Object(
      {
        sessions: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 1_000 }),
      },
      closed,
    ),
  },
  answer: Type.Object({ session: Type.String() }, closed),
  about: ({ body }) => body.sessions.map((id) => ({ kind: 'session', id })),
  handle: async ({ order }, { body, caller }) =>
    await order({ order: 'join', args: { sessions: body.sessions } }, caller),
});
