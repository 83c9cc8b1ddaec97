/** When the newest backup was to be made that is due by `now`. `at` is the time of day as `HH:MM` on the station's clock. */
export function lastDue(now: Temporal.Instant, at: string, zone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const on = (day: Temporal.PlainDate): Temporal.Instant =>
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) }).toInstant();
  const due = on(today);
  return Temporal.Instant.compare(due, now) <= 0 ? due : on(today.subtract({ days: 1 }));
}

/** A day that the station was down is made up for at once. @param newest when the newest backup was made */
export function isBackupDue(
  newest: Temporal.Instant | null,
  now: Temporal.Instant,
  at: string,
  zone: string,
): boolean {
  return newest === null || Temporal.Instant.compare(newest, lastDue(now, at, zone)) < 0;
}
