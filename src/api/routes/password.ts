import Type from 'typebox';
import { ApiError } from '../error.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

const password = Type.String({ minLength: 1, maxLength: 1_000 });

export const passwordRoute = route({
  method: 'POST',
  path: '/api/v1/session/password',
  name: 'changePassword',
  tag: 'session',
  says: 'Changes one’s own password; every other sign-in of the account ends',
  shapes: { body: Type.Object({ present: password, next: password }, closed) },
  answer: null,
  perMinute: 30,
  async handle({ doors }, { body, caller }) {
    const { principal, address } = caller;
    if (principal === null) throw new ApiError('api.signed_out', {});
    await doors.changePassword(principal, body.present, body.next, address);
  },
});
