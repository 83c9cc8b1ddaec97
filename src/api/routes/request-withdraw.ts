import Type from 'typebox';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';

export const requestWithdrawRoute = route({
  method: 'POST',
  path: '/api/v1/requests/:request/withdrawal',
  name: 'requestWithdraw',
  tag: 'requests',
  says: 'Whoever asked takes the request back',
  shapes: { params: idOf('request'), body: Type.Object({ note: noteOrNone }, closed) },
  answer: Done,
  handle: async ({ order }, { params, body, caller }) =>
    await order(
      { order: 'decideRequest', args: { request: params.request, decision: 'withdrawn', note: body.note } },
      caller,
    ),
});
