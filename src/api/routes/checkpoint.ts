import { ApiError } from '../error.ts';
import { FileAnswer } from '../http/file-answer.ts';
import { route } from '../route.ts';

export const checkpointRoute = route({
  method: 'GET',
  path: '/api/v1/ledger/checkpoint',
  name: 'checkpoint',
  tag: 'ledger',
  says: 'The newest signed head of the ledger, for everybody to keep (c2sp.org/tlog-checkpoint)',
  shapes: {},
  answer: null,
  files: ['text/plain'],
  async handle({ reader }) {
    const found = await reader.read('checkpoint', {});
    if (found === null) throw new ApiError('api.row_gone', { kind: 'checkpoint', found: '–' });
    return new FileAnswer('checkpoint', 'text/plain; charset=utf-8', found.note);
  },
});
