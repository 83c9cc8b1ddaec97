import Type from 'typebox';
import { route } from '../route.ts';
import { Done } from '../schemas/access.ts';
import { closed, idOf, words } from '../schemas/common.ts';

export const holdPlaceRoute = route({
  method: 'POST',
  path: '/api/v1/evidence/:evidence/holds',
  name: 'holdPlace',
  tag: 'evidence',
  says: 'Holds an item: it is kept, whatever its class says, until somebody lifts the hold (QZ-22)',
  shapes: { params: idOf('evidence'), body: Type.Object({ reason: words }, closed) },
  answer: Done,
  async handle({ order }, { params, body, caller }) {
    const args = { of: 'evidence', about: params.evidence, reason: body.reason } as const;
    return await order({ order: 'placeHold', args }, caller);
  },
});
