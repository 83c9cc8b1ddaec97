import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf, words } from '../schemas/common.ts';
import { Finding } from '../schemas/finding.ts';

export const findingDismissRoute = route({
  method: 'POST',
  path: '/api/v1/findings/:finding/dismissal',
  name: 'findingDismiss',
  tag: 'findings',
  says: 'Somebody has looked, and there is nothing in it',
  shapes: { params: idOf('finding'), body: Type.Object({ reason: words }, closed) },
  answer: Finding,
  about: ({ params }) => [{ kind: 'finding', id: params.finding }],
  async handle({ reader, order }, { params, body, caller }) {
    const { finding } = params;
    const { language, whole } = caller;
    await order({ order: 'dismissFinding', args: { finding, reason: body.reason } }, caller);
    return await reader.read('finding', { finding, language, whole });
  },
});
