import Type from 'typebox';
import { route } from '../route.ts';

export const configRoute = route({
  method: 'GET',
  path: '/api/v1/config',
  name: 'config',
  tag: 'station',
  says: 'What the station runs with: every setting, those too that stand in no file',
  shapes: {},
  answer: Type.Record(Type.String(), Type.Unknown()),
  // Folders and addresses of the station itself, no person's.
  impersonal: true,
  handle: async ({ reader }) => await reader.read('config', {}),
});
