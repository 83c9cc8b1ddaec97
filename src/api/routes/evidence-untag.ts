import { route } from '../route.ts';
import { Evidence } from '../schemas/evidence.ts';
import { tagParams } from './evidence-tag.ts';

export const evidenceUntagRoute = route({
  method: 'DELETE',
  path: '/api/v1/evidence/:evidence/tags/:field',
  name: 'evidenceUntag',
  tag: 'evidence',
  says: 'Takes away what a person has said of a recording; it stays in the ledger. What keeps it less, or gives it to another officer, needs evidence.loosen',
  shapes: { params: tagParams },
  answer: Evidence,
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  async handle({ reader, order }, { params, caller }) {
    const { evidence, field } = params;
    await order({ order: 'tag', args: { evidence: [evidence], field, value: null } }, caller);
    return await reader.read('evidenceItem', { evidence });
  },
});
