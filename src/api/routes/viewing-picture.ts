import Type from 'typebox';
import { pictureNames } from '../../station/footage/shown-copy.ts';
import { FootageAnswer } from '../http/footage-answer.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { viewerOf } from '../viewing-answer.ts';

export const viewingPictureRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/viewing/pictures/:picture',
  name: 'viewingPicture',
  tag: 'viewing',
  says: 'Poster, storyboard (with its times) or waveform of the viewing copy, for whoever has an open playback of it',
  shapes: {
    params: Type.Object(
      {
        evidence: Type.String({ minLength: 1, maxLength: 64 }),
        picture: Type.Enum([...pictureNames]),
      },
      closed,
    ),
  },
  answer: null,
  files: ['image/jpeg', 'text/vtt', 'image/svg+xml'],
  handle: async ({ footage }, { params, caller }) =>
    new FootageAnswer(await footage.picture(viewerOf(caller), params.evidence, params.picture), 'inline'),
});
