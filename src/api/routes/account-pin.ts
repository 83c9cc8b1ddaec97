import Type from 'typebox';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf } from '../schemas/common.ts';

export const accountPinRoute = route({
  method: 'POST',
  path: '/api/v1/accounts/:account/pin',
  name: 'accountPin',
  tag: 'accounts',
  says: 'A new PIN for the kiosk, shown once, or none',
  shapes: { params: idOf('account'), body: Type.Object({ deed: Type.Enum(['set', 'removed']) }, closed) },
  answer: Done,
  impersonal: true,
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'setPin', args: { account: params.account, deed: body.deed } }, caller),
});
