import type { DeskRoom } from './desk-room.ts';

/** From this month on the next year's arrangement is waited for: the State Council announces it in November. */
const waitedFrom = 12;

/** One alarm a day from 1 December on, while the next year's working days are not known. */
export async function askForNextYear(
  { alarms, clock, settings }: DeskRoom,
  known: readonly number[],
): Promise<void> {
  const today = clock.now().toZonedDateTimeISO(settings.zone).toPlainDate();
  const wanted = [today.year, ...(today.month >= waitedFrom ? [today.year + 1] : [])];
  const missing = wanted.find((year) => !known.includes(year));
  const about = missing === undefined ? null : `${missing}:${today}`;
  // Today's takes the place of those of the days before.
  for (const older of alarms.about('calendar_not_announced'))
    if (older !== about) await alarms.settle('calendar_not_announced', older);
  if (missing === undefined || about === null) return;
  await alarms.raise('calendar_not_announced', 'warning', about, { year: missing });
}
