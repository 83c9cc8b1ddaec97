import Type from 'typebox';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';

export const disposalWithdrawRoute = route({
  method: 'POST',
  path: '/api/v1/disposals/:disposal/withdrawal',
  name: 'disposalWithdraw',
  tag: 'retention',
  says: 'Whoever proposed a disposal takes the proposal back',
  shapes: { params: idOf('disposal'), body: Type.Object({ note: noteOrNone }, closed) },
  answer: Done,
  handle: async ({ order }, { params, body, caller }) =>
    await order(
      { order: 'decideDisposal', args: { ...params, decision: 'withdrawn', note: body.note } },
      caller,
    ),
});
