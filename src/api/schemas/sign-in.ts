import Type from 'typebox';
import { closed, moment, orNull } from './common.ts';

/** Who is signed in, and what they may. */
export const SignIn = Type.Object(
  {
    account: Type.String(),
    name: orNull(Type.String({ description: 'By which one signs in' })),
    person: orNull(Type.String({ description: 'What one is called' })),
    roles: Type.Array(Type.String()),
    permissions: Type.Array(Type.String()),
    officer: orNull(Type.String()),
    by: Type.String(),
    pending: orNull(Type.String({ description: 'What must be done before anything else' })),
    csrf: orNull(
      Type.String({ description: 'To be sent as X-CSRF-Token with every change; null for tokens' }),
    ),
    ends: orNull(moment),
    idles: orNull(moment),
    idlesIn: orNull(Type.Integer({ description: 'Seconds until it ends without a sign of life' })),
  },
  closed,
);
