import Type from 'typebox';
import type { LedgerOf } from '../../station/catalogue/case-ledger.ts';
import { ApiError } from '../error.ts';
import { FileAnswer } from '../http/file-answer.ts';
import { leaving } from '../leaving.ts';
import { tableFormats } from '../reads/cases.ts';
import { route } from '../route.ts';
import { closed, text } from '../schemas/common.ts';
import { tableTypes } from './table-types.ts';

export const caseLedgerRoute = route({
  method: 'GET',
  path: '/api/v1/case-ledger',
  name: 'caseLedger',
  tag: 'cases',
  says: 'The electronic ledger (执法电子台账, QZ-21-0) of a case, a party or everything; that it leaves is an entry',
  shapes: {
    query: Type.Object(
      {
        of: Type.Enum(['case', 'party', 'all']),
        key: Type.Optional(text(128)),
        format: Type.Optional(Type.Enum([...tableFormats])),
      },
      closed,
    ),
  },
  answer: null,
  files: Object.values(tableTypes),
  // That nothing leaves is no entry.
  head: () => undefined,
  async handle({ reader, order }, { query, caller }) {
    const { of, key, format = 'json' } = query;
    const wanted = wish(of, key);
    const { language, whole } = caller;
    const { content, rows, recordings } = await reader.read('caseLedger', {
      wanted,
      format,
      language,
      whole,
    });
    const { body, facts } = leaving(content, caller);
    // What leaves is in the ledger before it does.
    await order({ order: 'exportCases', args: { ...wanted, rows, recordings, ...facts } }, caller);
    return new FileAnswer(`case-ledger.${format}`, tableTypes[format], body);
  },
});

function wish(of: LedgerOf['of'], key: string | undefined): LedgerOf {
  if (of === 'all') return { of, key: null };
  if (key === undefined)
    throw new ApiError('api.field_missing', { field: 'key', allowed: 'string' }, { field: 'key' });
  return { of, key };
}
