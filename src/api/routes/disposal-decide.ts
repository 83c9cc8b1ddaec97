import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';
import { Disposal } from '../schemas/retention.ts';

export const disposalDecideRoute = route({
  method: 'POST',
  path: '/api/v1/disposals/:disposal/decision',
  name: 'disposalDecide',
  tag: 'retention',
  says: 'The second person approves, which takes the originals away at once, or rejects',
  shapes: {
    params: idOf('disposal'),
    body: Type.Object({ decision: Type.Enum(['approved', 'rejected']), note: noteOrNone }, closed),
  },
  answer: Disposal,
  about: ({ params }) => [{ kind: 'disposal', id: params.disposal }],
  async handle({ order, reader }, { params, body, caller }) {
    const { disposal } = params;
    await order({ order: 'decideDisposal', args: { disposal, ...body } }, caller);
    return await reader.read('disposal', { disposal });
  },
});
