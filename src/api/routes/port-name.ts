import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';

export const portNameRoute = route({
  method: 'PUT',
  path: '/api/v1/ports',
  name: 'portName',
  tag: 'dockings',
  says: 'Gives a place of the bus the number that is painted on the dock',
  shapes: {
    body: Type.Object(
      {
        path: Type.String({ pattern: '^\\d{1,3}-\\d{1,3}(\\.\\d{1,3}){0,6}$', description: '1-4.2' }),
        port: Type.String({ minLength: 1, maxLength: 16 }),
      },
      closed,
    ),
  },
  answer: Type.Object({ path: Type.String(), port: Type.String() }, closed),
  impersonal: true,
  handle: async ({ order }, { body, caller }) => await order({ order: 'namePort', args: body }, caller),
});
