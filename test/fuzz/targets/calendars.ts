import { DeadlineError } from '../../../src/deadlines/error.ts';
import { readCalendarFile } from '../../../src/deadlines/ics.ts';
import { answered, type FuzzTarget, promised, textOf } from '../target.ts';

/** A year's rest days as iCalendar. */
export const calendars: FuzzTarget = {
  name: 'calendars',
  sources: ['/src/deadlines/ics'],
  seeds: [
    Buffer.from(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        'SUMMARY:春节 休',
        'DTSTART;VALUE=DATE:20270206',
        'DTEND;VALUE=DATE:20270213',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'SUMMARY:补班',
        'DTSTART;VALUE=DATE:20270214',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    ),
  ],
  words: [
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
    'RRULE:FREQ=DAILY\r\n',
    'DURATION:P99999D\r\n',
    'DTEND:20260101T000000Z\r\n',
    'TZID=',
    '20270230',
    '-99991231',
    '\r\n ',
    'SUMMARY:班休\r\n',
    'RDATE',
  ],
  run(bytes) {
    const days = answered(() => readCalendarFile(textOf(bytes), 2027), DeadlineError);
    for (const day of [...(days?.restDays ?? []), ...(days?.workDays ?? [])])
      Temporal.PlainDate.from(day, { overflow: 'reject' });
    promised(
      days?.restDays.some((day) => days.workDays.includes(day)) !== true,
      'no day is both a rest day and a working day',
    );
  },
};
