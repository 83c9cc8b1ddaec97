import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { SignIn } from '../schemas/sign-in.ts';
import { letIn } from '../sign-in.ts';

export const signInBadgeRoute = route({
  method: 'POST',
  path: '/api/v1/session/badge',
  name: 'signInBadge',
  tag: 'session',
  says: 'Signs in at the kiosk with a badge',
  shapes: { body: Type.Object({ badge: Type.String({ minLength: 1, maxLength: 200 }) }, closed) },
  answer: SignIn,
  perMinute: 30,
  handle: async ({ doors }, { body, caller }, wire) =>
    letIn(await doors.signInByBadge(body.badge, caller.address), wire),
});
