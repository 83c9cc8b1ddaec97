import Type from 'typebox';
import { handedInWays } from '../../custody/entry-kinds.ts';
import { ApiError } from '../error.ts';
import { uploadStream } from '../http/upload-stream.ts';
import { route } from '../route.ts';
import { closed, text, words } from '../schemas/common.ts';
import { HandedInReport } from '../schemas/hand-in.ts';

/** The station's own bound is the configuration's, and lower. */
const mostBytes = 2 ** 50;

/** What disks take as a name, with room for an ending. */
const mostNameBytes = 240;

export const handInRoute = route({
  method: 'POST',
  path: '/api/v1/hand-ins',
  name: 'handIn',
  tag: 'dockings',
  says: 'Takes one file in that did not come over the dock: by which way, from whom, and why',
  shapes: {
    query: Type.Object(
      {
        name: Type.String({
          pattern: '^[^/\\\\:.\\x00-\\x1f\\x7f][^/\\\\:\\x00-\\x1f\\x7f]{0,199}$',
          description: 'The name of the file; recordings are told from others by it',
        }),
        way: Type.Enum([...handedInWays]),
        by: Type.String({ minLength: 1, maxLength: 100, description: 'An officer’s number, or a name' }),
        why: words,
        seal: Type.Optional(text(100)),
        secondPerson: Type.Optional(text(100)),
        recorder: Type.Optional(text(64)),
        sha256: Type.Optional(
          Type.String({
            pattern: '^[0-9a-f]{64}$',
            description: 'What the file must have; it is not taken in where it has another',
          }),
        ),
      },
      closed,
    ),
  },
  upload: { types: ['application/octet-stream'], mostBytes, streamed: true },
  answer: HandedInReport,
  perMinute: 60,
  async handle({ handIns }, { query, caller }, { request }) {
    const { name, way, by, why: cause, sha256 = null } = query;
    const { seal = null, secondPerson: second = null, recorder = null } = query;
    if (Buffer.byteLength(name) > mostNameBytes)
      throw new ApiError(
        'api.value_wrong',
        { field: 'name', allowed: `≤ ${mostNameBytes} B`, found: name.slice(0, 60) },
        { field: 'name' },
      );
    const sent = uploadStream(request, handIns.mostBytes);
    const { actor, principal, language } = caller;
    const given = { way, by, cause, seal, second, recorder };
    return await handIns.take(given, { name, sha256, ...sent }, { actor, principal, language });
  },
});
