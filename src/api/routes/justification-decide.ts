import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';

export const justificationDecideRoute = route({
  method: 'POST',
  path: '/api/v1/justifications/:justification/decision',
  name: 'justificationDecide',
  tag: 'justifications',
  says: 'Approves or rejects a reason; nobody decides on their own',
  shapes: {
    params: idOf('justification'),
    body: Type.Object({ decision: Type.Enum(['approved', 'rejected']), note: noteOrNone }, closed),
  },
  answer: Type.Object({ justification: Type.String(), state: Type.String() }, closed),
  about: ({ params }) => [{ kind: 'justification', id: params.justification }],
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'decide', args: { justification: params.justification, ...body } }, caller),
});
