import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { Evidence } from '../schemas/evidence.ts';
import { tagParams, tagValue } from './evidence-tag.ts';

export const evidenceUntagRoute = route({
  method: 'DELETE',
  path: '/api/v1/evidence/:evidence/tags/:field',
  name: 'evidenceUntag',
  tag: 'evidence',
  says: 'Takes away what a person has said of a recording; it stays in the ledger. What keeps it less, or gives it to another officer, needs evidence.loosen',
  shapes: { params: tagParams, query: Type.Object({ standing: Type.Optional(tagValue) }, closed) },
  answer: Evidence,
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  async handle({ reader, order }, { params, query, caller }) {
    const { evidence, field } = params;
    await order({ order: 'tag', args: { evidence: [evidence], field, value: null, ...query } }, caller);
    const { language, whole } = caller;
    return await reader.read('evidenceItem', { evidence, language, whole });
  },
});
