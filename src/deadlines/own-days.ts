import type { SpecialDays } from './calendar.ts';
import { DeadlineError } from './error.ts';

/** The unit's own days as the configuration writes them: ISO dates, and years whose arrangement is complete with them. */
export interface OwnDays {
  readonly restDays: readonly string[];
  readonly workDays: readonly string[];
  readonly years: readonly number[];
}

/** Error: `deadlines.day_wrong` for what is no date, or stands on both sides. */
export function ownDays({ restDays, workDays, years }: OwnDays): SpecialDays {
  const rest = new Set(restDays.map((day) => dateText(day, 'restDays')));
  const work = new Set(workDays.map((day) => dateText(day, 'workDays')));
  const both = [...rest].find((day) => work.has(day));
  if (both !== undefined)
    throw new DeadlineError('deadlines.day_wrong', { field: 'deadlines.calendar', found: both });
  return { rest, work, years: new Set(years) };
}

function dateText(text: string, field: string): string {
  try {
    // A time beside the date would be dropped without a word.
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(text);
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch (cause) {
    const params = { field: `deadlines.calendar.${field}`, found: text };
    throw new DeadlineError('deadlines.day_wrong', params, { cause });
  }
}
