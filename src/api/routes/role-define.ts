import { roleDeedShape } from '../../access/accounts/role-deeds.ts';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';

export const roleDefineRoute = route({
  method: 'POST',
  path: '/api/v1/roles',
  name: 'roleDefine',
  tag: 'accounts',
  says: 'Defines a role of the same permissions, or takes one away',
  shapes: { body: roleDeedShape },
  answer: Done,
  impersonal: true,
  handle: async ({ order }, { body, caller }) => await order({ order: 'defineRole', args: body }, caller),
});
