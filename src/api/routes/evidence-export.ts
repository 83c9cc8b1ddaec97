import { Readable } from 'node:stream';
import { route } from '../route.ts';
import { idOf } from '../schemas/common.ts';
import { viewerOf } from '../viewing-answer.ts';

export const evidenceExportRoute = route({
  method: 'GET',
  path: '/api/v1/evidence/:evidence/export',
  name: 'evidenceExport',
  tag: 'viewing',
  says: 'The original with its sidecars, every entry about it and their proofs as one tar, to give to a review body or a court; it ends early where something is not what the ledger says',
  shapes: { params: idOf('evidence') },
  answer: null,
  files: ['application/x-tar'],
  // Asked in full, it is written down and leaves.
  head: () => undefined,
  async handle({ giveOut }, { params, caller }, { reply }) {
    const { evidence } = params;
    const tar = await giveOut(viewerOf(caller), evidence, caller.address);
    const name = evidence.replace(/[^\w.-]/g, '_');
    return reply
      .type('application/x-tar')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${name}.tar"`)
      .send(Readable.from(tar, { objectMode: false }));
  },
});
