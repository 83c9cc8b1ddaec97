import { route } from '../route.ts';
import { FixityState } from '../schemas/fixity.ts';

export const fixityStateRoute = route({
  method: 'GET',
  path: '/api/v1/fixity',
  name: 'fixityState',
  tag: 'fixity',
  says: 'How far the checks of each vault are: what is read back when, what is overdue, what is damaged',
  shapes: {},
  answer: FixityState,
  handle: async ({ reader }) => await reader.read('fixity', {}),
});
