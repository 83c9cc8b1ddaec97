import Type from 'typebox';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf } from '../schemas/common.ts';

export const accountBadgeRoute = route({
  method: 'PUT',
  path: '/api/v1/accounts/:account/badge',
  name: 'accountBadge',
  tag: 'accounts',
  says: 'The badge of an account for the kiosk, or none',
  shapes: {
    params: idOf('account'),
    body: Type.Object(
      { badge: Type.Union([Type.String({ minLength: 4, maxLength: 64 }), Type.Null()]) },
      closed,
    ),
  },
  answer: Done,
  impersonal: true,
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'setBadge', args: { account: params.account, badge: body.badge } }, caller),
});
