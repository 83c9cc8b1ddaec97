import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { SignIn } from '../schemas/sign-in.ts';
import { letIn } from '../sign-in.ts';

export const signInPinRoute = route({
  method: 'POST',
  path: '/api/v1/session/pin',
  name: 'signInPin',
  tag: 'session',
  says: 'Signs in at the kiosk for a short while: an officer’s own tagging and justifying',
  shapes: {
    body: Type.Object(
      {
        account: Type.String({ minLength: 1, maxLength: 100 }),
        pin: Type.String({ minLength: 1, maxLength: 64 }),
      },
      closed,
    ),
  },
  answer: SignIn,
  perMinute: 30,
  handle: async ({ doors }, { body, caller }, wire) =>
    letIn(await doors.signInByPin(body.account, body.pin, caller.address), wire),
});
