/** The client library and HTTP speak in `Date`; nothing else here does. */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

export function fromDate(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** The time of a `Date` header (RFC 9110), or null where it is none. */
export function fromHttpDate(text: string): Temporal.Instant | null {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : Temporal.Instant.fromEpochMilliseconds(ms);
}
