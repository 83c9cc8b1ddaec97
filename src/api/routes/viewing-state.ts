import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { ViewingCopy } from '../schemas/viewing.ts';
import { viewerOf, viewingAnswer } from '../viewing-answer.ts';

export const viewingStateRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/viewing',
  name: 'viewingState',
  tag: 'viewing',
  says: 'How the viewing copy of an item stands, for whoever may watch it (ZZ-28, HY-13); it is never evidence',
  shapes: { params: idOf('evidence') },
  answer: ViewingCopy,
  impersonal: true,
  handle: async ({ footage }, { params, caller }) =>
    viewingAnswer(caller.language, await footage.shown(viewerOf(caller), params.evidence)),
});
