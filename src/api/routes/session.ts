import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { Session } from '../schemas/session.ts';

export const sessionRoute = route({
  method: 'GET',
  path: '/api/v1/sessions/:session',
  name: 'session',
  tag: 'sessions',
  says: 'One course of enforcement: its recordings, its verdicts, its history',
  shapes: { params: idOf('session') },
  answer: Session,
  about: ({ params }) => [{ kind: 'session', id: params.session }],
  async handle({ reader }, { params, caller }) {
    const { language, whole } = caller;
    return await reader.read('session', { session: params.session, language, whole });
  },
});
