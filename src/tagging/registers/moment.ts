/**
 * Moments of a case as a register keeps them: an instant, or an ISO date where nobody has said more. Working days are
 * counted from the day, so that the hour is not made up.
 */
export function isDay(moment: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(moment);
}

/** The day on the unit's calendar. */
export function dayOf(moment: string, zone: string): string {
  if (isDay(moment)) return moment;
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The instant, or the beginning of the day: what is counted in days is the same from any hour of it. */
export function instantIn(moment: string, zone: string): Temporal.Instant {
  if (!isDay(moment)) return Temporal.Instant.from(moment);
  return Temporal.PlainDate.from(moment).toZonedDateTime(zone).toInstant();
}
