import { ApiError } from '../error.ts';
import { clearSignIn } from '../http/cookies.ts';
import { route } from '../route.ts';

export const signOutRoute = route({
  method: 'DELETE',
  path: '/api/v1/session',
  name: 'signOut',
  tag: 'session',
  says: 'Ends the sign-in',
  shapes: {},
  answer: null,
  async handle({ doors }, { caller }, { request, reply }) {
    const { principal } = caller;
    if (principal === null) throw new ApiError('api.signed_out', {});
    await doors.signOut(principal);
    clearSignIn(reply, request.protocol === 'https');
  },
});
