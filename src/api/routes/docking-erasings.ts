import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf } from '../schemas/common.ts';

export const dockingErasingsRoute = route({
  method: 'GET',
  path: '/api/v1/dockings/:docking/erasings',
  name: 'dockingErasings',
  tag: 'erasing',
  says: 'What was taken off the recorder in a docking, and of each file that stayed why',
  shapes: { params: idOf('docking') },
  answer: Type.Object({ docking: Type.String(), erasings: Type.Array(Type.Unknown()) }, closed),
  handle: async ({ reader }, { params }) => await reader.read('dockingErasings', { docking: params.docking }),
});
