import ICAL from 'ical.js';
import { DeadlineError } from './error.ts';

/** Special days of one year, ISO dates in order. */
export interface ImportedDays {
  readonly restDays: readonly string[];
  readonly workDays: readonly string[];
}

/** 班, 补班, 上班 and their English; tried first, since 调休上班 holds 休 too. */
const work = /班|work/iu;
const rest = /休|假|节|holiday|rest|off/iu;
/** A holiday's arrangement may begin in the last days of the year before, or move a working day there. */
const daysBefore = 31;
const longestEvent = 31;

/**
 * A year's arrangement from an iCalendar file (RFC 5545) as holiday calendars are published: whole-day events whose
 * summary says rest (休, 假, 节, holiday) or work (班, work). Anything that cannot be read for certain is refused, with the
 * event's name: a day that is taken wrongly would make verdicts wrong in silence.
 *
 * Error: `deadlines.calendar_file_wrong`.
 */
export function readCalendarFile(text: string, year: number): ImportedDays {
  const restDays = new Set<string>();
  const workDays = new Set<string>();
  const calendar = parsed(text);
  const events = calendar.getAllSubcomponents('vevent');
  for (const event of events) {
    const summary = String(event.getFirstPropertyValue('summary') ?? '');
    const kind = work.test(summary) ? workDays : rest.test(summary) ? restDays : null;
    if (kind === null) throw wrong('SUMMARY', summary, '休 | 班 | holiday | work');
    if (event.hasProperty('rrule') || event.hasProperty('rdate')) throw wrong('RRULE', summary, '-');
    for (const day of daysOf(event, summary)) {
      requireYear(day, year, summary);
      kind.add(day.toString());
    }
  }
  const both = [...restDays].find((day) => workDays.has(day));
  if (both !== undefined) throw wrong('DTSTART', both, '休 | 班');
  if (![...restDays].some((day) => day.startsWith(`${year}`)))
    throw wrong('VEVENT', String(events.length), `${year}-01-01…${year}-12-31`);
  return { restDays: [...restDays].sort(), workDays: [...workDays].sort() };
}

function parsed(text: string): ICAL.Component {
  try {
    const component = ICAL.Component.fromString(text);
    if (component.name !== 'vcalendar') throw new SyntaxError(component.name);
    return component;
  } catch (cause) {
    throw wrong('VCALENDAR', text.slice(0, 40), 'RFC 5545', cause);
  }
}

function daysOf(event: ICAL.Component, summary: string): readonly Temporal.PlainDate[] {
  const first = dateAt(event, 'dtstart', summary);
  if (first === null) throw wrong('DTSTART', summary, '20270101');
  // DTEND is not part of the event (RFC 5545, 3.6.1); without one it lasts a day.
  const end = dateAt(event, 'dtend', summary) ?? first.add({ days: 1 });
  const count = first.until(end).days;
  if (count < 1 || count > longestEvent) throw wrong('DTEND', `${summary} ${end}`, `1-${longestEvent}`);
  return Array.from({ length: count }, (_, i) => first.add({ days: i }));
}

/** Whole days only: a time of day, floating or zoned, does not say which day of work is meant. */
function dateAt(event: ICAL.Component, name: string, summary: string): Temporal.PlainDate | null {
  const property = event.getFirstProperty(name);
  if (property === null) return null;
  // As it stands there: the library's own value makes 3 March of 31 February, and throws at a date without VALUE=DATE.
  const [, , type, written] = property.toJSON();
  const found = `${summary}: ${name.toUpperCase()} ${String(written)}`;
  if (type !== 'date') throw wrong(name.toUpperCase(), found, 'VALUE=DATE');
  try {
    return Temporal.PlainDate.from(String(written), { overflow: 'reject' });
  } catch (cause) {
    throw wrong(name.toUpperCase(), found, 'YYYYMMDD', cause);
  }
}

function requireYear(day: Temporal.PlainDate, year: number, summary: string): void {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const near = day.year === year || (day.year === year - 1 && day.until(first).days <= daysBefore);
  if (!near) throw wrong('DTSTART', `${summary} ${day}`, String(year));
}

function wrong(key: string, found: string, allowed: string, cause?: unknown): DeadlineError {
  return new DeadlineError('deadlines.calendar_file_wrong', { key, found, allowed }, { cause, field: key });
}
