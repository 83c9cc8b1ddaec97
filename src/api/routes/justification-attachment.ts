import { FootageAnswer } from '../http/footage-answer.ts';
import { route } from '../route.ts';
import { attachedParams } from '../schemas/attachment.ts';

export const justificationAttachmentRoute = route({
  method: 'GET',
  path: '/api/v1/justifications/:justification/attachments/:sha256',
  name: 'justificationAttachment',
  tag: 'justifications',
  says: 'A file attached to the statement; that it leaves is an entry before its first byte does',
  shapes: { params: attachedParams('justification') },
  answer: null,
  files: ['application/octet-stream'],
  // Asked in full, it is written down and leaves.
  head: () => undefined,
  about: ({ params }) => [{ kind: 'justification', id: params.justification }],
  async handle({ attachment }, { params, caller }) {
    const to = { justification: params.justification, finding: null };
    return new FootageAnswer(await attachment({ to, sha256: params.sha256 }, caller), 'attachment');
  },
});
