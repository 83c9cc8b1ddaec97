import type { Config } from '../../config.ts';
import type { Db } from '../../custody/database.ts';
import { calendarInForce } from '../../deadlines/calendar-in-force.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { type Check, ok, warning } from './check.ts';

/** The next year's arrangement is announced in October or November; in December deadlines reach into it. */
const nextFromMonth = 12;

/** Whether the working days are known that deadlines reach into now. */
export function calendarCheck(
  language: Language,
  { deadlines, station }: Config,
  db: Db,
  now: Temporal.Instant,
): Check {
  const { years } = calendarInForce(db, deadlines.calendar);
  const { year, month } = now.toZonedDateTimeISO(station.zone);
  const needed = month >= nextFromMonth ? [year, year + 1] : [year];
  const missing = needed.find((one) => !years.includes(one));
  if (missing === undefined)
    return ok('calendar', say(language, 'doctor.calendar', { year: String(needed.at(-1) ?? year) }));
  const facts = { year: String(missing) };
  return warning(
    'calendar',
    say(language, 'doctor.calendar.missing', facts),
    say(language, 'doctor.calendar.next', facts),
  );
}
