import { accountDeedShape } from '../../access/accounts/deeds.ts';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';

export const accountDeedRoute = route({
  method: 'POST',
  path: '/api/v1/accounts',
  name: 'accountDeed',
  tag: 'accounts',
  says: 'Adds or changes an account, or gives it a new one-time password, shown once',
  shapes: { body: accountDeedShape },
  answer: Done,
  impersonal: true,
  handle: async ({ order }, { body, caller }) => await order({ order: 'accountDeed', args: body }, caller),
});
