import { accessOrderShapes } from '../../station/access-orders.ts';
import { instantGiven } from '../listing.ts';
import { route } from '../route.ts';
import { bodyOf, Done } from '../schemas/access.ts';

export const requestSubmitRoute = route({
  method: 'POST',
  path: '/api/v1/requests',
  name: 'requestSubmit',
  tag: 'requests',
  says: 'Asks to watch, copy, give out or lift a classification: who, what, why, until when',
  shapes: { body: bodyOf(accessOrderShapes.submitRequest) },
  answer: Done,
  about: ({ body }) => body.evidence.map((id) => ({ kind: 'evidence', id })),
  async handle({ order }, { body, caller }) {
    const args = { ...body, until: instantGiven('until', body.until) };
    return await order({ order: 'submitRequest', args }, caller);
  },
});
