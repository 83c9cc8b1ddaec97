import fc from 'fast-check';
import t from 'tap';
import { DeadlineError } from '../../src/deadlines/error.ts';
import { readCalendarFile } from '../../src/deadlines/ics.ts';

const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:x', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');

const newYear = event('SUMMARY:元旦（休）', 'DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270104');
const makeUp = event('SUMMARY:春节补班', 'DTSTART;VALUE=DATE:20270214');

t.test('rest days and make-up working days are read; the end is not part of an event', async (t) => {
  t.strictSame(readCalendarFile(calendar(newYear, makeUp), 2027), {
    restDays: ['2027-01-01', '2027-01-02', '2027-01-03'],
    workDays: ['2027-02-14'],
  });
});

t.test('an arrangement may begin at the end of the year before', async (t) => {
  const before = event('SUMMARY:元旦调休上班', 'DTSTART;VALUE=DATE:20261226');
  t.strictSame(readCalendarFile(calendar(newYear, before), 2027).workDays, ['2026-12-26']);
});

const wrong: readonly [string, string, string][] = [
  ['no calendar', 'hello', 'VCALENDAR'],
  ['a calendar without the year', calendar(makeUp.replaceAll('2027', '2025')), 'DTSTART'],
  ['an empty calendar', calendar(), 'VEVENT'],
  ['a floating time', calendar(newYear.replace(';VALUE=DATE:20270101', ':20270101T000000')), 'DTSTART'],
  ['a time with a zone', calendar(newYear.replace(';VALUE=DATE:20270101', ':20270101T000000Z')), 'DTSTART'],
  ['a day that there is not', calendar(newYear.replace('20270101', '20270231')), 'DTSTART'],
  ['an end before the start', calendar(newYear.replace('20270104', '20261230')), 'DTEND'],
  ['an event of a whole year', calendar(newYear.replace('20270104', '20280104')), 'DTEND'],
  [
    'a date that does not say it is one',
    calendar(newYear.replace(';VALUE=DATE:20270101', ':20270101')),
    'DTSTART',
  ],
  ['no start', calendar(event('SUMMARY:休')), 'DTSTART'],
  [
    'a summary that says neither',
    calendar(newYear, event('SUMMARY:会议', 'DTSTART;VALUE=DATE:20270303')),
    'SUMMARY',
  ],
  ['a rule that repeats', calendar(newYear.replace('UID:x', 'RRULE:FREQ=YEARLY')), 'RRULE'],
  ['one day as both', calendar(newYear, event('SUMMARY:补班', 'DTSTART;VALUE=DATE:20270102')), 'DTSTART'],
  ['another year', calendar(newYear, event('SUMMARY:国庆 休', 'DTSTART;VALUE=DATE:20281001')), 'DTSTART'],
];

for (const [what, text, field] of wrong)
  t.test(`${what} is refused, naming ${field}`, async (t) => {
    try {
      readCalendarFile(text, 2027);
      t.fail('it was taken');
    } catch (error) {
      t.ok(error instanceof DeadlineError);
      t.match(error, { code: 'deadlines.calendar_file_wrong', field });
    }
  });

t.test('whatever stands in a file, it is read or refused', async (t) => {
  const line = fc.oneof(
    fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'SUMMARY:休',
      'DTSTART;VALUE=DATE:20270101',
      'DTEND:',
      'DTSTART:20270101',
      'DTSTART;VALUE=DATE:x',
      'RRULE:FREQ=YEARLY',
      'BEGIN:VCALENDAR',
    ),
    fc.string({ maxLength: 40 }),
  );
  const taken = fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
    try {
      readCalendarFile(calendar(lines.join('\r\n')), 2027);
      return true;
    } catch (error) {
      return error instanceof DeadlineError;
    }
  });
  t.doesNotThrow(() => fc.assert(taken, { numRuns: 300 }));
});
