import Type from 'typebox';
import { FileAnswer } from '../http/file-answer.ts';
import { leaving } from '../leaving.ts';
import { tableFormats } from '../reads/cases.ts';
import { route } from '../route.ts';
import { closed, idOf } from '../schemas/common.ts';
import { tableTypes } from './table-types.ts';

export const reviewLedgerRoute = route({
  method: 'GET',
  path: '/api/v1/reviews/:review/ledger',
  name: 'reviewLedger',
  tag: 'reviews',
  says: 'The review ledger (评查台账, HY-16) as a file; that it leaves is an entry',
  shapes: {
    params: idOf('review'),
    query: Type.Object({ format: Type.Optional(Type.Enum([...tableFormats])) }, closed),
  },
  answer: null,
  files: Object.values(tableTypes),
  perMinute: 60,
  async handle({ reader, order }, { params, query, caller }) {
    const { review } = params;
    const { format = 'json' } = query;
    const { language, whole } = caller;
    const { content, rows } = await reader.read('reviewLedger', { review, format, language, whole });
    const { body, facts } = leaving(content, caller);
    // What leaves is in the ledger before it does.
    await order({ order: 'exportReview', args: { review, rows, ...facts } }, caller);
    return new FileAnswer(`review-ledger.${format}`, tableTypes[format], body);
  },
});
