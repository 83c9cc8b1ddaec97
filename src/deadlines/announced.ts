import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { SpecialDays } from './calendar.ts';

/**
 * The State Council's yearly arrangements (国务院办公厅节假日安排通知) as `chinese-days` has them. The package answers for
 * years that have not been announced too, and wrongly: the years it has data for are the years that it knows.
 */
export function announcedDays(): SpecialDays {
  const rest = Object.keys(days.holidays);
  return {
    rest: new Set(rest),
    work: new Set(Object.keys(days.workdays)),
    years: new Set(rest.map((day) => Number(day.slice(0, 4)))),
  };
}
