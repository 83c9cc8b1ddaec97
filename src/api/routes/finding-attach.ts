import { mostAttachmentBytes } from '../attachments/tray.ts';
import { uploadedBytes } from '../http/uploaded.ts';
import { route } from '../route.ts';
import { attachmentName, SentAttachment } from '../schemas/attachment.ts';
import { idOf } from '../schemas/common.ts';

export const findingAttachRoute = route({
  method: 'POST',
  path: '/api/v1/findings/:finding/attachments',
  name: 'findingAttach',
  tag: 'findings',
  says: 'Sends a file that a statement on a finding will name within the hour; nothing keeps it before that',
  shapes: { params: idOf('finding'), query: attachmentName },
  upload: { types: ['application/octet-stream'], mostBytes: mostAttachmentBytes },
  answer: SentAttachment,
  about: ({ params }) => [{ kind: 'finding', id: params.finding }],
  perMinute: 60,
  handle: async ({ tray }, { query, caller }, { request }) =>
    await tray.put(caller.actor.id, query.name, uploadedBytes(request)),
});
