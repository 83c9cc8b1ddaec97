import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { Erasable } from '../schemas/erasing.ts';

export const erasableRoute = route({
  method: 'POST',
  path: '/api/v1/dockings/:docking/erasable',
  name: 'erasable',
  tag: 'erasing',
  says: 'What may go from a docked recorder, and what stays and why; that this list was shown is an entry',
  shapes: { params: idOf('docking') },
  answer: Erasable,
  handle: async ({ order }, { params, caller }) =>
    await order({ order: 'erasable', args: { docking: params.docking } }, caller),
});
