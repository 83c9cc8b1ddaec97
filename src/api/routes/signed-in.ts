import { ApiError } from '../error.ts';
import { signedInBy } from '../http/caller-of.ts';
import { route } from '../route.ts';
import { SignIn } from '../schemas/sign-in.ts';
import { toldOf } from '../sign-in.ts';

export const signedInRoute = route({
  method: 'GET',
  path: '/api/v1/session',
  name: 'signedIn',
  tag: 'session',
  says: 'Who is signed in, what they may, and the token that changes need',
  shapes: {},
  answer: SignIn,
  async handle({ doors }, { caller }, { request }) {
    const { principal } = caller;
    if (principal === null) throw new ApiError('api.signed_out', {});
    const byToken = request.headers.authorization !== undefined;
    return toldOf(principal, byToken ? null : await signedInBy(doors, request));
  },
});
