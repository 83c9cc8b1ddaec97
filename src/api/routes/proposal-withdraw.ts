import Type from 'typebox';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';

export const proposalWithdrawRoute = route({
  method: 'POST',
  path: '/api/v1/proposals/:proposal/withdrawal',
  name: 'proposalWithdraw',
  tag: 'accounts',
  says: 'Whoever proposed it takes it back',
  shapes: { params: idOf('proposal'), body: Type.Object({ note: noteOrNone }, closed) },
  answer: Done,
  handle: async ({ order }, { params, body, caller }) =>
    await order(
      {
        order: 'decideProposal',
        args: { proposal: params.proposal, decision: 'withdrawn', note: body.note },
      },
      caller,
    ),
});
