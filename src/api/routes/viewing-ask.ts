import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { ViewingCopy } from '../schemas/viewing.ts';
import { viewerOf, viewingAnswer } from '../viewing-answer.ts';

export const viewingAskRoute = route({
  method: 'POST',
  path: '/api/v1/evidence/:evidence/viewing',
  name: 'viewingAsk',
  tag: 'viewing',
  says: 'Has a viewing copy made before all that wait, and says how it stands; a long one is still being made then',
  shapes: { params: idOf('evidence') },
  answer: ViewingCopy,
  impersonal: true,
  // Each keeps the machine busy for as long as the recording asks for.
  perMinute: 30,
  handle: async ({ footage }, { params, caller }) =>
    viewingAnswer(caller.language, await footage.ask(viewerOf(caller), params.evidence)),
});
