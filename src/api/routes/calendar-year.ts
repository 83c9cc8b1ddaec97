import { route } from '../route.ts';
import { CalendarYear } from '../schemas/keeping.ts';
import { yearParams } from './calendar-import.ts';

export const calendarYearRoute = route({
  method: 'GET',
  path: '/api/v1/calendar/:year',
  name: 'calendarYear',
  tag: 'deadlines',
  says: 'A year’s rest days and worked weekends, as the deadlines count them',
  shapes: { params: yearParams },
  answer: CalendarYear,
  handle: async ({ reader }, { params }) => await reader.read('calendar', { year: params.year }),
});
