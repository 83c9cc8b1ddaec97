import Type from 'typebox';
import { instantGiven } from '../listing.ts';
import { route } from '../route.ts';
import { closed, idOf, words } from '../schemas/common.ts';
import { KeptDone } from '../schemas/retention.ts';

export const retentionExtendRoute = route({
  method: 'POST',
  path: '/api/v1/evidence/:evidence/retention',
  name: 'retentionExtend',
  tag: 'retention',
  says: 'Keeps an item until a moment at least, whatever its class says; nothing shortens that again',
  shapes: {
    params: idOf('evidence'),
    body: Type.Object(
      {
        until: Type.String({ minLength: 1, maxLength: 40, description: 'RFC 3339 with its offset' }),
        reason: words,
      },
      closed,
    ),
  },
  answer: KeptDone,
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  handle: async ({ order }, { params, body, caller }) => {
    const args = { evidence: params.evidence, until: instantGiven('until', body.until), reason: body.reason };
    return await order({ order: 'extendRetention', args }, caller);
  },
});
