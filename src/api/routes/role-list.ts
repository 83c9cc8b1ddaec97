import Type from 'typebox';
import { route } from '../route.ts';
import { Role } from '../schemas/access.ts';
import { closed } from '../schemas/common.ts';

export const roleListRoute = route({
  method: 'GET',
  path: '/api/v1/roles',
  name: 'roleList',
  tag: 'accounts',
  says: 'The built-in roles, and those that the unit has defined itself, with what they grant',
  shapes: {},
  answer: Type.Object({ roles: Type.Array(Role) }, closed),
  impersonal: true,
  handle: async ({ reader }) => ({ roles: await reader.read('roles', {}) }),
});
