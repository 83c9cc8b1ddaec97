import type { WorkCalendar } from './calendar.ts';

/** A year's days that differ from the plain week; days are ISO dates. */
export interface CalendarYear {
  readonly year: number;
  /** Whether the State Council's arrangement is known for every day of it. */
  readonly announced: boolean;
  /** From Monday to Friday, and free. */
  readonly restDays: readonly string[];
  /** At a weekend, and worked. */
  readonly workDays: readonly string[];
  readonly workingDays: number;
}

/** Pure. */
export function yearOf(work: WorkCalendar, year: number): CalendarYear {
  const days = daysOf(year);
  const special = (working: boolean): readonly string[] =>
    days
      .filter((day) => work.isWorkingDay(day) === working && day.dayOfWeek <= 5 !== working)
      .map((day) => day.toString());
  return {
    year,
    announced: days.every((day) => work.covers(day)),
    restDays: special(false),
    workDays: special(true),
    workingDays: days.filter((day) => work.isWorkingDay(day)).length,
  };
}

function daysOf(year: number): readonly Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, i) => first.add({ days: i }));
}
