/** Days that differ from the plain week: announced rest days, and make-up working days on weekends. */
export interface SpecialDays {
  readonly rest: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
  /** The years whose arrangement has been announced. */
  readonly years: ReadonlySet<number>;
}

/**
 * Statutory holidays with a fixed date (国务院令第795号, in force from 2025): New Year, Labour Day, National Day. Those of
 * the moon and the sun are known only when the year's arrangement is announced.
 */
const fixedHolidays: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** Which days are working days, and how far that is sure. */
export interface WorkCalendar {
  isWorkingDay(date: Temporal.PlainDate): boolean;
  /** False beyond the announced years: then only weekends and fixed holidays are known. */
  covers(date: Temporal.PlainDate): boolean;
}

/** The station's own days come before the announced ones: a local rest day, a correction, next year's notice. */
export function workCalendar(announced: SpecialDays, own: SpecialDays): WorkCalendar {
  const covers = ({ year }: Temporal.PlainDate): boolean => announced.years.has(year) || own.years.has(year);
  return {
    covers,
    isWorkingDay(date) {
      const day = date.toString();
      if (own.work.has(day)) return true;
      if (own.rest.has(day)) return false;
      if (announced.work.has(day)) return true;
      if (announced.rest.has(day)) return false;
      if (!covers(date) && fixedHolidays.has(day.slice(5))) return false;
      return date.dayOfWeek <= 5;
    },
  };
}

export const noDays: SpecialDays = { rest: new Set(), work: new Set(), years: new Set() };
