import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { OpenPlayback, PlaybackWish } from '../schemas/viewing.ts';
import { viewerOf } from '../viewing-answer.ts';

export const viewingPlaybackRoute = route({
  method: 'POST',
  path: '/api/v1/evidence/:evidence/viewing/playback',
  name: 'viewingPlayback',
  tag: 'viewing',
  says: 'Opens the seconds that a player comes to next: they are an entry of the ledger, in whole pieces of 30 s, before anything of them is shown',
  shapes: { params: idOf('evidence'), body: PlaybackWish },
  answer: OpenPlayback,
  // The name is the caller's own.
  impersonal: true,
  async handle({ footage }, { params, body, caller }) {
    const opened = await footage.open(viewerOf(caller), params.evidence, body, caller.address);
    return { ...opened, at: Temporal.Now.instant().toString({ smallestUnit: 'second' }) };
  },
});
