import { createHash } from 'node:crypto';
import { canonicalText } from '../custody/canonical.ts';
import type { Db } from '../custody/database.ts';
import { announcedDays } from './announced.ts';
import { noDays, type SpecialDays, type WorkCalendar, workCalendar } from './calendar.ts';
import { type OwnDays, ownDays } from './own-days.ts';

export interface CalendarInForce {
  readonly calendar: WorkCalendar;
  /** SHA-256 of every special day: another digest, and everything is judged again. */
  readonly digest: string;
  /** The years whose arrangement is known. */
  readonly years: readonly number[];
}

/**
 * The working days that this station counts by: what the program knows, corrected by what was imported, corrected by the
 * configuration. Error: `deadlines.day_wrong`.
 */
export function calendarInForce(db: Db | null, configured: OwnDays): CalendarInForce {
  const announced = announcedDays();
  const own = over(db === null ? noDays : importedDays(db), ownDays(configured));
  const years = [...announced.years.union(own.years)].sort((a, b) => a - b);
  const sets = { announced, own };
  const listed = Object.values(sets).map(({ rest, work }) => [[...rest].sort(), [...work].sort()]);
  const digest = createHash('sha256').update(canonicalText({ listed, years })).digest('hex');
  return { calendar: workCalendar(announced, own), digest, years };
}

/** The upper ones win where both speak of a day. */
function over(lower: SpecialDays, upper: SpecialDays): SpecialDays {
  return {
    rest: lower.rest.difference(upper.work).union(upper.rest),
    work: lower.work.difference(upper.rest).union(upper.work),
    years: lower.years.union(upper.years),
  };
}

function importedDays(db: Db): SpecialDays {
  const days = db.prepare<[], { day: string; kind: string }>('SELECT day, kind FROM view_calendar_day').all();
  const years = db.prepare<[], number>('SELECT year FROM view_calendar_year').pluck().all();
  const ofKind = (kind: string) => new Set(days.filter((one) => one.kind === kind).map(({ day }) => day));
  return { rest: ofKind('rest'), work: ofKind('work'), years: new Set(years) };
}
