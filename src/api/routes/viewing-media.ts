import { FootageAnswer } from '../http/footage-answer.ts';
import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { copyTypes, viewerOf } from '../viewing-answer.ts';

export const viewingMediaRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/viewing/media',
  name: 'viewingMedia',
  tag: 'viewing',
  says: 'The bytes of the viewing copy, with Range and If-Range, for whoever has an open playback of it',
  shapes: { params: idOf('evidence') },
  answer: null,
  files: copyTypes,
  handle: async ({ footage }, { params, caller }) =>
    new FootageAnswer(await footage.media(viewerOf(caller), params.evidence), 'inline'),
});
