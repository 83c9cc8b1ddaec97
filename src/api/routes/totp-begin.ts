import Type from 'typebox';
import { ApiError } from '../error.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

export const totpBeginRoute = route({
  method: 'POST',
  path: '/api/v1/session/totp',
  name: 'totpBegin',
  tag: 'session',
  says: 'A new secret for an authenticator; it counts once a code of it was seen',
  shapes: {},
  answer: Type.Object({ secret: Type.String(), uri: Type.String() }, closed),
  perMinute: 30,
  async handle({ doors }, { caller }) {
    const { principal } = caller;
    if (principal === null) throw new ApiError('api.signed_out', {});
    return await doors.beginTotp(principal);
  },
});
