import { FootageAnswer } from '../http/footage-answer.ts';
import { route } from '../route.ts';
import { attachedParams } from '../schemas/attachment.ts';

export const findingAttachmentRoute = route({
  method: 'GET',
  path: '/api/v1/findings/:finding/attachments/:sha256',
  name: 'findingAttachment',
  tag: 'findings',
  says: 'A file attached to the statement; that it leaves is an entry before its first byte does',
  shapes: { params: attachedParams('finding') },
  answer: null,
  files: ['application/octet-stream'],
  // Asked in full, it is written down and leaves.
  head: () => undefined,
  about: ({ params }) => [{ kind: 'finding', id: params.finding }],
  async handle({ attachment }, { params, caller }) {
    const to = { justification: null, finding: params.finding };
    return new FootageAnswer(await attachment({ to, sha256: params.sha256 }, caller), 'attachment');
  },
});
