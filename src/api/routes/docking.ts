import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { DockingDetail } from '../schemas/docking.ts';

export const dockingRoute = route({
  method: 'GET',
  path: '/api/v1/dockings/:docking',
  name: 'docking',
  tag: 'dockings',
  says: 'One docking, with what it could not bring in',
  shapes: { params: idOf('docking') },
  answer: DockingDetail,
  about: ({ params }) => [{ kind: 'docking', id: params.docking }],
  handle: async ({ reader }, { params }) => await reader.read('docking', { docking: params.docking }),
});
