import { whoMayPage } from '../docs/who-may.ts';
import { FileAnswer } from '../http/file-answer.ts';
import { route } from '../route.ts';

export const whoMayRoute = route({
  method: 'GET',
  path: '/docs/who-may',
  name: 'whoMay',
  tag: 'description',
  says: 'Who may call what, as a page made from the table of routes',
  shapes: {},
  answer: null,
  files: ['text/html'],
  handle: async (_room, { caller }) =>
    new FileAnswer('who-may.html', 'text/html; charset=utf-8', whoMayPage(caller.language), 'inline'),
});
