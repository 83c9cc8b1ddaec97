import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf } from '../schemas/common.ts';
import { Entry } from '../schemas/entry.ts';

export const evidenceStoryRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/story',
  name: 'evidenceStory',
  tag: 'evidence',
  says: 'The custody history of one item as a story, from the card to today',
  shapes: { params: idOf('evidence') },
  answer: Type.Object({ evidence: Type.String(), story: Type.Array(Entry) }, closed),
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  async handle({ reader }, { params, caller }) {
    const { language, whole } = caller;
    const { evidence } = params;
    return { evidence, story: await reader.read('story', { evidence, language, whole }) };
  },
});
