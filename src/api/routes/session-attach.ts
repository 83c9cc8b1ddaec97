import { mostAttachmentBytes } from '../attachments/tray.ts';
import { uploadedBytes } from '../http/uploaded.ts';
import { route } from '../route.ts';
import { attachmentName, SentAttachment } from '../schemas/attachment.ts';
import { idOf } from '../schemas/common.ts';

export const sessionAttachRoute = route({
  method: 'POST',
  path: '/api/v1/sessions/:session/attachments',
  name: 'sessionAttach',
  tag: 'justifications',
  says: 'Sends a file that a statement on lateness will name within the hour; nothing keeps it before that',
  shapes: { params: idOf('session'), query: attachmentName },
  upload: { types: ['application/octet-stream'], mostBytes: mostAttachmentBytes },
  answer: SentAttachment,
  about: ({ params }) => [{ kind: 'session', id: params.session }],
  perMinute: 60,
  handle: async ({ tray }, { query, caller }, { request }) =>
    await tray.put(caller.actor.id, query.name, uploadedBytes(request)),
});
