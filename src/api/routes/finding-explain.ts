import Type from 'typebox';
import { instantGiven } from '../listing.ts';
import { route } from '../route.ts';
import { Attach } from '../schemas/attachment.ts';
import { closed, idOf, noteOrNone, words } from '../schemas/common.ts';
import { Finding } from '../schemas/finding.ts';

export const findingExplainRoute = route({
  method: 'POST',
  path: '/api/v1/findings/:finding/explanation',
  name: 'findingExplain',
  tag: 'findings',
  says: 'The written statement on an interruption (ZZ-23)',
  shapes: {
    params: idOf('finding'),
    body: Type.Object(
      {
        who: words,
        when: Type.String({ minLength: 1, maxLength: 40, description: 'RFC 3339 with its offset' }),
        why: words,
        signedBy: words,
        text: noteOrNone,
        attach: Attach,
      },
      closed,
    ),
  },
  answer: Finding,
  about: ({ params }) => [{ kind: 'finding', id: params.finding }],
  async handle({ reader, order, tray }, { params, body, caller }) {
    const { finding } = params;
    const { language, whole } = caller;
    const { attach = [], ...said } = body;
    const when = instantGiven('when', body.when);
    await tray.with(caller.actor.id, attach, (files) =>
      order({ order: 'explainFinding', args: { finding, ...said, when, attach: [...files] } }, caller),
    );
    return await reader.read('finding', { finding, language, whole });
  },
});
