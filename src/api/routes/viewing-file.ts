import { FootageAnswer } from '../http/footage-answer.ts';
import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { copyTypes, viewerOf } from '../viewing-answer.ts';

export const viewingFileRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/viewing/file',
  name: 'viewingFile',
  tag: 'viewing',
  says: 'Takes the viewing copy away; that it leaves is an entry before its first byte does',
  shapes: { params: idOf('evidence') },
  answer: null,
  files: copyTypes,
  head: ({ footage }, { params, caller }) => footage.requireCopy(viewerOf(caller), params.evidence),
  async handle({ footage }, { params, caller }) {
    const file = await footage.takeCopy(viewerOf(caller), params.evidence, caller.address);
    // Whole or not at all: a part would be another entry.
    return new FootageAnswer({ ...file, part: null }, 'attachment');
  },
});
