import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { Track } from '../schemas/track.ts';

export const evidenceTrackRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/track',
  name: 'evidenceTrack',
  tag: 'evidence',
  says: 'Where a recording was made: the points that were kept of its track, and the places around',
  shapes: { params: idOf('evidence') },
  answer: Track,
  about: ({ params }) => [{ kind: 'evidence', id: params.evidence }],
  handle: async ({ reader }, { params }) => await reader.read('evidenceTrack', { evidence: params.evidence }),
});
