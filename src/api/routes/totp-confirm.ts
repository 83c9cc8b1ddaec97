import Type from 'typebox';
import { ApiError } from '../error.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

export const totpConfirmRoute = route({
  method: 'POST',
  path: '/api/v1/session/totp/confirmation',
  name: 'totpConfirm',
  tag: 'session',
  says: 'Shows a code of the authenticator; the recovery codes are told once',
  shapes: { body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 64 }) }, closed) },
  answer: Type.Object({ recovery: Type.Array(Type.String()) }, closed),
  perMinute: 30,
  async handle({ doors }, { body, caller }) {
    const { principal } = caller;
    if (principal === null) throw new ApiError('api.signed_out', {});
    return { recovery: await doors.confirmTotp(principal, body.code) };
  },
});
