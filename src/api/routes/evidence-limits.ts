import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { EvidenceLimits } from '../schemas/limits.ts';

export const evidenceLimitsRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/limits',
  name: 'evidenceLimits',
  tag: 'evidence',
  says: 'The clauses by which an item is judged, as they were in force, and the rest days between its moments',
  shapes: { params: idOf('evidence') },
  answer: EvidenceLimits,
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  // Regulations and days.
  impersonal: true,
  handle: async ({ reader }, { params, caller }) =>
    await reader.read('evidenceLimits', { evidence: params.evidence, language: caller.language }),
});
