import Type from 'typebox';
import { route } from '../route.ts';
import { closed, orNull } from '../schemas/common.ts';
import { SignIn } from '../schemas/sign-in.ts';
import { letIn } from '../sign-in.ts';

export const signInRoute = route({
  method: 'POST',
  path: '/api/v1/session',
  name: 'signIn',
  tag: 'session',
  says: 'Signs in with account and password, and the second factor where the role asks for one',
  shapes: {
    body: Type.Object(
      {
        account: Type.String({ minLength: 1, maxLength: 100 }),
        password: Type.String({ minLength: 1, maxLength: 1_000 }),
        totp: Type.Optional(orNull(Type.String({ minLength: 1, maxLength: 64 }))),
      },
      closed,
    ),
  },
  answer: SignIn,
  perMinute: 30,
  async handle({ doors }, { body, caller }, wire) {
    const { account, password, totp = null } = body;
    return letIn(await doors.signIn(account, password, totp, caller.address), wire);
  },
});
