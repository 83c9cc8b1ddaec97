import Type from 'typebox';
import { inPassing, uploadedBytes } from '../http/uploaded.ts';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { CalendarYear } from '../schemas/keeping.ts';

export const yearParams = Type.Object({ year: Type.Integer({ minimum: 2007, maximum: 9_999 }) }, closed);

/** A calendar of a year has some hundred lines. */
const mostBytes = 1_048_576;

export const calendarImportRoute = route({
  method: 'POST',
  path: '/api/v1/calendar/:year/import',
  name: 'calendarImport',
  tag: 'deadlines',
  says: 'Reads the announced arrangement of a year from an iCalendar file; deadlines are judged again by it',
  shapes: {
    params: yearParams,
    query: Type.Object(
      {
        correct: Type.Optional(
          Type.Boolean({ description: 'Although the program knows that year’s arrangement already' }),
        ),
      },
      closed,
    ),
  },
  upload: { types: ['application/octet-stream'], mostBytes },
  answer: CalendarYear,
  perMinute: 30,
  async handle({ order, reader }, { params, query, caller }, { request }) {
    const { year } = params;
    await inPassing(`${year}.ics`, uploadedBytes(request), async (file) => {
      const args = { file, year, correct: query.correct === true };
      return await order({ order: 'importCalendar', args }, caller);
    });
    return await reader.read('calendar', { year });
  },
});
