import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf } from '../schemas/common.ts';

export const dockingControlRoute = route({
  method: 'POST',
  path: '/api/v1/dockings/:docking/control',
  name: 'dockingControl',
  tag: 'dockings',
  says: 'Pauses, resumes or gives up a docking that is under way',
  shapes: {
    params: idOf('docking'),
    body: Type.Object({ deed: Type.Enum(['pause', 'resume', 'cancel']) }, closed),
  },
  answer: Type.Object({ docking: Type.String() }, closed),
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'control', args: { docking: params.docking, deed: body.deed } }, caller),
});
