import type { WorkCalendar } from './calendar.ts';
import { LocalDays } from './local-days.ts';

/** A limit as a clause states it. */
export type Limit =
  | { readonly hours: number }
  | { readonly calendarDays: number }
  | { readonly workingDays: number };

type DayLimit = Exclude<Limit, { readonly hours: number }>;

/** When a limit ends, and how it was counted. */
export interface Term {
  readonly due: Temporal.Instant;
  /** When it would end if a last day of rest did not move it. */
  readonly unrolled: Temporal.Instant;
  /** The days of the term in order; none where hours are counted. */
  readonly days: readonly Temporal.PlainDate[];
  /** Whether a day was counted whose year's arrangement has not been announced. */
  readonly provisional: boolean;
  /** The same as texts: writing them costs more than judging by them, and a term of days serves a day's recordings. */
  readonly written: { readonly due: string; readonly days: readonly string[] };
}

export interface Counting {
  readonly calendar: WorkCalendar;
  /** IANA name. */
  readonly zone: string;
  /** When a day ends: null for 24:00; a unit's business hours may end it earlier (Civil Code art. 203). */
  readonly endOfDay: Temporal.PlainTime | null;
}

/**
 * Hours run from the moment itself and wait for no working day (Civil Code art. 201). Days are counted from the day
 * after the event; the last one ends at 24:00; of calendar days, a last day of rest gives way to the next working day
 * (arts. 201, 203).
 */
export function termFrom(start: Temporal.Instant, limit: Limit, counting: Counting): Term {
  if ('hours' in limit) {
    const due = start.add({ hours: limit.hours });
    return { due, unrolled: due, days: [], provisional: false, written: { due: due.toString(), days: [] } };
  }
  const count = countOf(counting);
  const { date, text } = count.days.of(start);
  const key =
    'workingDays' in limit ? `${text} ${limit.workingDays} working` : `${text} ${limit.calendarDays}`;
  const standing = count.terms.get(key);
  if (standing !== undefined) return standing;
  const term = countDays(date, limit, counting);
  count.terms.set(key, term);
  return term;
}

interface Count {
  readonly days: LocalDays;
  readonly terms: Map<string, Term>;
}

/** Days hang on the day alone: a million recordings lie on some thousand days. */
const counts = new WeakMap<Counting, Count>();

function countOf(counting: Counting): Count {
  const standing = counts.get(counting);
  if (standing !== undefined) return standing;
  const made = { days: new LocalDays(counting.zone), terms: new Map<string, Term>() };
  counts.set(counting, made);
  return made;
}

function countDays(first: Temporal.PlainDate, limit: DayLimit, counting: Counting): Term {
  const { calendar } = counting;
  const days: Temporal.PlainDate[] = [];
  let day = first;
  let provisional = false;
  const step = (): void => {
    day = day.add({ days: 1 });
    provisional ||= !calendar.covers(day);
  };
  if ('workingDays' in limit) {
    while (days.length < limit.workingDays) {
      step();
      if (calendar.isWorkingDay(day)) days.push(day);
    }
  } else {
    while (days.length < limit.calendarDays || !calendar.isWorkingDay(day)) {
      step();
      days.push(day);
    }
  }
  const unrolled = 'workingDays' in limit ? day : first.add({ days: limit.calendarDays });
  const due = endOf(day, counting);
  const written = { due: due.toString(), days: days.map((one) => one.toString()) };
  return { due, unrolled: endOf(unrolled, counting), days, provisional, written };
}

function endOf(day: Temporal.PlainDate, { zone, endOfDay }: Counting): Temporal.Instant {
  const end = endOfDay === null ? day.add({ days: 1 }) : day.toPlainDateTime(endOfDay);
  return end.toZonedDateTime(zone).toInstant();
}
