import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { FixityAnswer } from '../schemas/fixity.ts';

export const evidenceVerifyRoute = route({
  method: 'POST',
  path: '/api/v1/evidence/:evidence/verification',
  name: 'evidenceVerify',
  tag: 'evidence',
  says: 'Reads every copy of the original and of its sidecars back now, and compares them with their digests',
  shapes: { params: idOf('evidence') },
  answer: FixityAnswer,
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  // An original of hours is read whole.
  perMinute: 10,
  handle: async ({ order }, { params, caller }) =>
    await order({ order: 'checkFixity', args: { wish: [params.evidence] } }, caller),
});
