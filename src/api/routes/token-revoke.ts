import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { idOf } from '../schemas/common.ts';

export const tokenRevokeRoute = route({
  method: 'DELETE',
  path: '/api/v1/tokens/:token',
  name: 'tokenRevoke',
  tag: 'accounts',
  says: 'Ends a token at once',
  shapes: { params: idOf('token') },
  answer: Done,
  impersonal: true,
  handle: async ({ order }, { params, caller }) =>
    await order({ order: 'revokeToken', args: { token: params.token } }, caller),
});
