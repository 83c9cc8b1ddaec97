import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';

export const justificationWithdrawRoute = route({
  method: 'POST',
  path: '/api/v1/justifications/:justification/withdrawal',
  name: 'justificationWithdraw',
  tag: 'justifications',
  says: 'Whoever gave a reason takes it back',
  shapes: { params: idOf('justification'), body: Type.Object({ note: noteOrNone }, closed) },
  answer: Type.Object({ justification: Type.String(), state: Type.String() }, closed),
  about: ({ params }) => [{ kind: 'justification', id: params.justification }],
  handle: async ({ order }, { params, body, caller }) => {
    const { justification } = params;
    return await order(
      { order: 'decide', args: { justification, decision: 'withdrawn', note: body.note } },
      caller,
    );
  },
});
