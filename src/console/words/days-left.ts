import { momentWords } from './moments.ts';

const dayMs = 86_400_000;

/** The day at which an instant falls in the zone, `2026-11-28`. Pure. */
export function dayIn(instant: string, zone: string): string {
  const [day = '', month = '', year = ''] = new Intl.DateTimeFormat('en-GB', {
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone } as const),
  })
    .format(Date.parse(instant))
    .split('/');
  return `${year}-${month}-${day}`;
}

/**
 * The last day on which something can still be done in time: the last one that is counted, or that of the instant at
 * which the limit ends. Pure.
 */
export function lastDayOf(
  { due, countedDays }: { readonly due: string | null; readonly countedDays: readonly string[] },
  zone: string,
): string | null {
  return countedDays[countedDays.length - 1] ?? (due === null ? null : dayIn(due, zone));
}

/** Days of the calendar from today until then; below zero once it is over. Pure. */
export function daysLeft(lastDay: string, today: string): number {
  return Math.round((Date.parse(lastDay) - Date.parse(today)) / dayMs);
}

/** A day, or an instant where more is known, in the reader's language. Pure. */
export function dayOrMomentWords(moment: string, zone: string, language: 'zh' | 'en'): string {
  if (/^\d{4}-\d\d-\d\d$/.test(moment)) return momentWords(`${moment}T00:00:00Z`, 'UTC', language, 'day');
  return momentWords(moment, zone, language, 'minute');
}
