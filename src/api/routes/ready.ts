import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

export const readyRoute = route({
  method: 'GET',
  path: '/readyz',
  name: 'ready',
  tag: 'station',
  says: 'Whether the station can answer questions: its catalogue can be read',
  shapes: {},
  answer: Type.Object({ ready: Type.Literal(true) }, closed),
  async handle({ reader }) {
    await reader.read('ledgerSize', {});
    return { ready: true };
  },
});
