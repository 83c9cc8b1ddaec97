import { route } from '../route.ts';
import { RequestDetail } from '../schemas/access.ts';
import { idOf } from '../schemas/common.ts';

export const requestRoute = route({
  method: 'GET',
  path: '/api/v1/requests/:request',
  name: 'request',
  tag: 'requests',
  says: 'One request with the recordings that it is about',
  shapes: { params: idOf('request') },
  answer: RequestDetail,
  async handle({ reader }, { params, caller }) {
    const { visible, actor } = caller;
    return await reader.read('request', { request: params.request, visible, account: actor.id });
  },
});
