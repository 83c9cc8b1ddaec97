import Type from 'typebox';
import { groupings } from '../../station/catalogue/punctuality.ts';
import { FileAnswer } from '../http/file-answer.ts';
import { spanFilters } from '../listing.ts';
import { tableFormats } from '../reads/cases.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { reportSpan } from './report-span.ts';
import { tableTypes } from './table-types.ts';

export const reportPunctualityRoute = route({
  method: 'GET',
  path: '/api/v1/reports/punctuality',
  name: 'reportPunctuality',
  tag: 'reports',
  says: 'Who was late: every verdict whose limit ends in the time, and counts',
  shapes: {
    query: Type.Object(
      {
        by: Type.Optional(Type.Enum([...groupings])),
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
    const content = await reader.read('punctuality', { by, format, ...reportSpan(query), language, visible });
    const body = typeof content === 'string' ? content : Buffer.from(content);
    return new FileAnswer(`punctuality.${format}`, tableTypes[format], body);
  },
});
