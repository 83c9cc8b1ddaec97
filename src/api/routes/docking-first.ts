import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf } from '../schemas/common.ts';

export const dockingFirstRoute = route({
  method: 'POST',
  path: '/api/v1/dockings/:docking/first',
  name: 'dockingFirst',
  tag: 'dock',
  says: 'Has a docked recorder taken in before the others, which go on once it is gone through',
  shapes: { params: idOf('docking') },
  answer: Type.Object(
    {
      docking: Type.String(),
      first: Type.Boolean({ description: 'False: nothing of it is waiting' }),
    },
    closed,
  ),
  about: ({ params }) => [{ kind: 'docking', id: params.docking }],
  handle: async ({ order }, { params, caller }) =>
    await order({ order: 'goFirst', args: { docking: params.docking } }, caller),
});
