import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { idOf } from '../schemas/common.ts';

export const accountUnlockRoute = route({
  method: 'POST',
  path: '/api/v1/accounts/:account/unlocking',
  name: 'accountUnlock',
  tag: 'accounts',
  says: 'Ends a lock that failures have brought',
  shapes: { params: idOf('account') },
  answer: Done,
  impersonal: true,
  handle: async ({ order }, { params, caller }) =>
    await order({ order: 'unlockAccount', args: { account: params.account } }, caller),
});
