import { route } from '../route.ts';
import { Policies } from '../schemas/keeping.ts';

export const policiesRoute = route({
  method: 'GET',
  path: '/api/v1/policies',
  name: 'policies',
  tag: 'deadlines',
  says: 'The regulations by which deadlines are counted (时限规则), clause by clause',
  shapes: {},
  answer: Policies,
  impersonal: true,
  handle: async ({ reader }) => await reader.read('policies', {}),
});
