import Type from 'typebox';
import { supervisionGroups } from '../../station/catalogue/supervision.ts';
import { FileAnswer } from '../http/file-answer.ts';
import { spanFilters } from '../listing.ts';
import { tableFormats } from '../reads/cases.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { reportSpan } from './report-span.ts';
import { tableTypes } from './table-types.ts';

export const reportSupervisionRoute = route({
  method: 'GET',
  path: '/api/v1/reports/supervision',
  name: 'reportSupervision',
  tag: 'reports',
  says: 'The report for supervision (ZZ-30), with series for a chart',
  shapes: {
    query: Type.Object(
      {
        by: Type.Optional(Type.Enum([...supervisionGroups])),
        format: Type.Optional(Type.Enum([...tableFormats])),
        ...spanFilters,
      },
      closed,
    ),
  },
  answer: null,
  files: Object.values(tableTypes),
  perMinute: 60,
  async handle({ reader }, { query, caller }) {
    const { by = 'officer', format = 'json' } = query;
    const { language, visible } = caller;
    const content = await reader.read('supervision', { by, format, ...reportSpan(query), language, visible });
    const body = typeof content === 'string' ? content : Buffer.from(content);
    return new FileAnswer(`supervision.${format}`, tableTypes[format], body);
  },
});
