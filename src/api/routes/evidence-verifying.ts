import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf, orNull, size } from '../schemas/common.ts';

export const evidenceVerifyingRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/verification',
  name: 'evidenceVerifying',
  tag: 'evidence',
  says: 'How far the reading back of its copies is that somebody has asked for; null where none is under way',
  shapes: { params: idOf('evidence') },
  answer: Type.Object({ reading: orNull(Type.Object({ readBytes: size, bytes: size }, closed)) }, closed),
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  handle: async ({ reading }, { params }) => ({ reading: reading(params.evidence) }),
});
