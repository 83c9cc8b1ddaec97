import Type from 'typebox';
import { route } from '../route.ts';
import { closed, moment } from '../schemas/common.ts';

export const Port = Type.Object(
  { path: Type.String({ description: 'Its place on the bus' }), port: Type.String(), named: moment },
  closed,
);

export const portListRoute = route({
  method: 'GET',
  path: '/api/v1/ports',
  name: 'portList',
  tag: 'dockings',
  says: 'Which number is painted on the dock at which place of the bus',
  shapes: {},
  impersonal: true,
  answer: Type.Object({ ports: Type.Array(Port) }, closed),
  handle: async ({ reader }) => ({ ports: await reader.read('ports', {}) }),
});
