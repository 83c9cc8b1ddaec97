import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { Disposal } from '../schemas/retention.ts';

export const disposalRoute = route({
  method: 'GET',
  path: '/api/v1/disposals/:disposal',
  name: 'disposal',
  tag: 'retention',
  says: 'A disposal with its items: what is gone, and what was kept and why',
  shapes: { params: idOf('disposal') },
  answer: Disposal,
  about: ({ params }) => [{ kind: 'disposal', id: params.disposal }],
  handle: async ({ reader }, { params }) => await reader.read('disposal', { disposal: params.disposal }),
});
