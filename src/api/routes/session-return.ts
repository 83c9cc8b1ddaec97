import Type from 'typebox';
import { instantGiven } from '../listing.ts';
import { route } from '../route.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';
import { Session } from '../schemas/session.ts';

export const sessionReturnRoute = route({
  method: 'POST',
  path: '/api/v1/sessions/:session/return',
  name: 'sessionReturn',
  tag: 'sessions',
  says: 'When the officer was back; the verdicts follow from it',
  shapes: {
    params: idOf('session'),
    body: Type.Object(
      {
        at: Type.String({ minLength: 1, maxLength: 40, description: 'RFC 3339 with its offset' }),
        note: noteOrNone,
      },
      closed,
    ),
  },
  answer: Session,
  about: ({ params }) => [{ kind: 'session', id: params.session }],
  async handle({ reader, order }, { params, body, caller }) {
    const { session } = params;
    const { language, whole } = caller;
    const args = { session, at: instantGiven('at', body.at), note: body.note };
    await order({ order: 'returned', args }, caller);
    return await reader.read('session', { session, language, whole });
  },
});
