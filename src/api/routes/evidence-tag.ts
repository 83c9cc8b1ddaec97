import Type from 'typebox';
import { tagFields } from '../../tagging/tags.ts';
import { route } from '../route.ts';
import { closed, orNull } from '../schemas/common.ts';
import { Evidence } from '../schemas/evidence.ts';

export const tagParams = Type.Object(
  { evidence: Type.String({ minLength: 1, maxLength: 64 }), field: Type.Enum([...tagFields]) },
  closed,
);

/** What a person had said when the caller looked; another value by now, and nothing is changed (409). */
export const tagValue = Type.String({ minLength: 1, maxLength: 1_000 });

export const evidenceTagRoute = route({
  method: 'PUT',
  path: '/api/v1/evidence/:evidence/tags/:field',
  name: 'evidenceTag',
  tag: 'evidence',
  says: 'What a person says of a recording; what machines say stays beside it. What keeps it less, or gives it to another officer, needs evidence.loosen',
  shapes: {
    params: tagParams,
    body: Type.Object({ value: tagValue, standing: Type.Optional(orNull(tagValue)) }, closed),
  },
  answer: Evidence,
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  async handle({ reader, order }, { params, body, caller }) {
    const { evidence, field } = params;
    await order({ order: 'tag', args: { evidence: [evidence], field, ...body } }, caller);
    const { language, whole } = caller;
    return await reader.read('evidenceItem', { evidence, language, whole });
  },
});
