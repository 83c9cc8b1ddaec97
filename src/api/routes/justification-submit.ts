import Type from 'typebox';
import { justificationCategories } from '../../custody/entry-kinds.ts';
import { route } from '../route.ts';
import { Attach } from '../schemas/attachment.ts';
import { closed, idOf, words } from '../schemas/common.ts';

export const justificationSubmitRoute = route({
  method: 'POST',
  path: '/api/v1/sessions/:session/justifications',
  name: 'justificationSubmit',
  tag: 'justifications',
  says: 'The written reason for being late (特殊情况说明)',
  shapes: {
    params: idOf('session'),
    body: Type.Object(
      { category: Type.Enum([...justificationCategories]), text: words, attach: Attach },
      closed,
    ),
  },
  answer: Type.Object(
    {
      justification: Type.String(),
      session: Type.String(),
      state: Type.String(),
      attachments: Type.Array(Type.Unknown()),
    },
    closed,
  ),
  about: ({ params }) => [{ kind: 'session', id: params.session }],
  handle: async ({ order, tray }, { params, body, caller }) => {
    const { attach = [], ...said } = body;
    return await tray.with(caller.actor.id, attach, (files) =>
      order({ order: 'justify', args: { session: params.session, ...said, attach: [...files] } }, caller),
    );
  },
});
