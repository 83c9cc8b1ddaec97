import { FootageAnswer } from '../http/footage-answer.ts';
import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { viewerOf } from '../viewing-answer.ts';

export const evidenceOriginalRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/original',
  name: 'evidenceOriginal',
  tag: 'viewing',
  says: 'Takes the original away; that it leaves is an entry before its first byte does, and it ends early where it is not what the ledger says',
  shapes: { params: idOf('evidence') },
  answer: null,
  files: ['application/octet-stream'],
  head: ({ footage }, { params, caller }) => footage.requireCopy(viewerOf(caller), params.evidence),
  handle: async ({ footage }, { params, caller }) =>
    new FootageAnswer(
      await footage.takeOriginal(viewerOf(caller), params.evidence, caller.address),
      'attachment',
    ),
});
