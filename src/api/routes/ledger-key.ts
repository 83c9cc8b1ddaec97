import { FileAnswer } from '../http/file-answer.ts';
import { route } from '../route.ts';

export const ledgerKeyRoute = route({
  method: 'GET',
  path: '/api/v1/ledger/key',
  name: 'ledgerKey',
  tag: 'ledger',
  says: 'The public key of the station, with which checkpoints are checked',
  shapes: {},
  answer: null,
  files: ['text/plain'],
  handle: async ({ reader }) =>
    new FileAnswer('station.vkey', 'text/plain; charset=utf-8', `${await reader.read('key', {})}\n`),
});
