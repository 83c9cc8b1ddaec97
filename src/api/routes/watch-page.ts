import { FileAnswer } from '../http/file-answer.ts';
import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { watchPage } from '../watch/page.ts';

export const watchPageRoute = route({
  method: 'GET',
  path: '/watch/:evidence',
  name: 'watchPage',
  tag: 'viewing',
  says: 'The page on which a viewing copy is watched; it holds nothing of the recording, and asks for it as whoever is signed in',
  shapes: { params: idOf('evidence') },
  answer: null,
  files: ['text/html'],
  handle: async ({ zone }, { params, caller }) =>
    new FileAnswer(
      'watch.html',
      'text/html; charset=utf-8',
      watchPage({ language: caller.language, zone, evidence: params.evidence }),
      'inline',
    ),
});
