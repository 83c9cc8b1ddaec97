import { describeApi } from '../openapi/describe-api.ts';
import { route } from '../route.ts';
import { allRoutes } from '../routes.ts';

export const openapiRoute = route({
  method: 'GET',
  path: '/openapi.json',
  name: 'openapi',
  tag: 'station',
  says: 'This description',
  shapes: {},
  answer: null,
  impersonal: true,
  handle: async ({ version }) => describeApi(allRoutes(), version),
});
