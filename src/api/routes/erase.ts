import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { Confirmed, Erased } from '../schemas/erasing.ts';

export const eraseRoute = route({
  method: 'POST',
  path: '/api/v1/dockings/:docking/erasing',
  name: 'erase',
  tag: 'erasing',
  says: 'Takes the files of the list that was shown off the recorder; each is read once more on both sides before it goes',
  shapes: { params: idOf('docking'), body: Confirmed },
  answer: Erased,
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'erase', args: { docking: params.docking, list: body.list } }, caller),
});
