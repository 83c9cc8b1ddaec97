import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';

export const configProposeRoute = route({
  method: 'POST',
  path: '/api/v1/config/proposals',
  name: 'configPropose',
  tag: 'station',
  says: 'Asks a second person to confirm what the station found changed in its file and does not act by',
  shapes: {},
  answer: Done,
  handle: async ({ order }, { caller }) =>
    await order({ order: 'proposeConfig', args: { step: null } }, caller),
});
