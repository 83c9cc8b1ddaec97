import Type from 'typebox';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';

export const proposalDecideRoute = route({
  method: 'POST',
  path: '/api/v1/proposals/:proposal/decision',
  name: 'proposalDecide',
  tag: 'accounts',
  says: 'The second person confirms or rejects what was proposed',
  shapes: {
    params: idOf('proposal'),
    body: Type.Object({ decision: Type.Enum(['confirmed', 'rejected']), note: noteOrNone }, closed),
  },
  answer: Done,
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'decideProposal', args: { proposal: params.proposal, ...body } }, caller),
});
