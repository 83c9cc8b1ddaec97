import Type from 'typebox';
import { StationError } from '../../station/error.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { Entry } from '../schemas/entry.ts';

export const entryParams = Type.Object(
  { seq: Type.Integer({ minimum: 0, maximum: 999_999_999_999, description: 'Place in the ledger, from 0' }) },
  closed,
);

export const entryRoute = route({
  method: 'GET',
  path: '/api/v1/ledger/entries/:seq',
  name: 'entry',
  tag: 'ledger',
  says: 'One entry of the ledger',
  shapes: { params: entryParams },
  answer: Entry,
  async handle({ reader }, { params, caller }) {
    const { seq } = params;
    const { language, whole } = caller;
    const found = await reader.read('entry', { seq, language, whole });
    if (found !== null) return found;
    const size = await reader.read('ledgerSize', {});
    throw new StationError('station.entry_unknown', { seq, size }, { field: 'seq' });
  },
});
