import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf, text } from '../schemas/common.ts';

export const sessionCaseRoute = route({
  method: 'PUT',
  path: '/api/v1/sessions/:session/case',
  name: 'sessionCase',
  tag: 'sessions',
  says: 'Under which case a course of enforcement belongs: said of each of its recordings that the caller may see',
  shapes: { params: idOf('session'), body: Type.Object({ case: text(200) }, closed) },
  answer: Type.Object(
    { session: Type.String(), case: Type.String(), tagged: Type.Integer({ description: 'Recordings' }) },
    closed,
  ),
  impersonal: true,
  about: ({ params }) => [{ kind: 'session', id: params.session }],
  async handle({ reader, order }, { params, body, caller }) {
    const { session } = params;
    const evidence = await reader.read('ownEvidence', { session, visible: caller.visible });
    if (evidence.length > 0)
      await order(
        { order: 'tag', args: { evidence: [...evidence], field: 'case', value: body.case } },
        caller,
      );
    return { session, case: body.case, tagged: evidence.length };
  },
});
