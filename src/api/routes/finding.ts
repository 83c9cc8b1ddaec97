import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { Finding } from '../schemas/finding.ts';

export const findingRoute = route({
  method: 'GET',
  path: '/api/v1/findings/:finding',
  name: 'finding',
  tag: 'findings',
  says: 'One finding with what was said to it, and its history',
  shapes: { params: idOf('finding') },
  answer: Finding,
  about: ({ params }) => [{ kind: 'finding', id: params.finding }],
  async handle({ reader }, { params, caller }) {
    const { language, whole } = caller;
    return await reader.read('finding', { finding: params.finding, language, whole });
  },
});
