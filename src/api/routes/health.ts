import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

export const healthRoute = route({
  method: 'GET',
  path: '/healthz',
  name: 'health',
  tag: 'station',
  says: 'Whether the process answers at all',
  shapes: {},
  answer: Type.Object({ alive: Type.Literal(true) }, closed),
  handle: async () => ({ alive: true }),
});
