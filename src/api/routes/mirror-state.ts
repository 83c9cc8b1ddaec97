import { route } from '../route.ts';
import { MirrorState } from '../schemas/fixity.ts';

export const mirrorStateRoute = route({
  method: 'GET',
  path: '/api/v1/mirror',
  name: 'mirrorState',
  tag: 'fixity',
  says: 'The second vault: what it has, since when it is away, and how much lies in one place alone',
  shapes: {},
  answer: MirrorState,
  handle: async ({ reader }) => await reader.read('mirror', {}),
});
