import Type from 'typebox';
import { FileAnswer } from '../http/file-answer.ts';
import { leaving } from '../leaving.ts';
import { type ExportFormat, exportFormats } from '../reads/entry-export.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { entryFilters, entryQuestion } from './entry-question.ts';

const types: Readonly<Record<ExportFormat, string>> = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const entryExportRoute = route({
  method: 'GET',
  path: '/api/v1/ledger/export',
  name: 'entryExport',
  tag: 'ledger',
  says: 'Entries as a file with the signed checkpoint; as JSON Lines each with its leaf and proof. It is an entry itself',
  shapes: {
    query: Type.Object({ ...entryFilters, format: Type.Optional(Type.Enum([...exportFormats])) }, closed),
  },
  answer: null,
  files: Object.values(types),
  perMinute: 30,
  // That nothing leaves is no entry.
  head: () => undefined,
  async handle({ reader, order }, { query, caller }) {
    const { format = 'jsonl' } = query;
    const { language, whole } = caller;
    const { content, entries, size } = await reader.read('entryExport', {
      ...entryQuestion(query),
      ...{ after: null, limit: 0, newestFirst: false, language, whole, format },
    });
    const { body, facts } = leaving(content, caller);
    const args = { entries, size, masked: !whole, question: JSON.stringify(query), ...facts };
    // What leaves is in the ledger before it does.
    await order({ order: 'exportEntries', args }, caller);
    return new FileAnswer(`ledger.${format}`, types[format], body);
  },
});
