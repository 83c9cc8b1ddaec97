import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { Evidence } from '../schemas/evidence.ts';

export const evidenceItemRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence',
  name: 'evidenceItem',
  tag: 'evidence',
  says: 'Everything that the station knows of one evidence item',
  shapes: { params: idOf('evidence') },
  answer: Evidence,
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  async handle({ reader }, { params, caller }) {
    const { language, whole } = caller;
    return await reader.read('evidenceItem', { evidence: params.evidence, language, whole });
  },
});
