const daySeconds = 86_400;

/** A round is planned to take this part of the days, so that nights with the station off do not make it late. */
const planned = 0.8;
/** The part of a day in which a station may be expected to read: it is on, and no card is being read. */
const readable = 0.5;

/** What a vault holds. */
export interface Held {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Seconds that one original stands for, where all of them are to be read once within the planned part of `days`. Half
 * of it goes by bytes and half by number, so that neither one giant nor a thousand empty files come in a rush. The
 * sum over all of them is the round.
 */
export function shareSeconds(bytes: number, held: Held, days: number): number {
  const byBytes = held.bytes === 0 ? 1 / held.count : bytes / held.bytes;
  return ((byBytes + 1 / held.count) / 2) * days * planned * daySeconds;
}

/** Whether the oldest is so old that it is read as fast as may be, and not when its turn in the round comes. */
export function isPressing(checked: Temporal.Instant, now: Temporal.Instant, days: number): boolean {
  return ageDays(checked, now) >= days * planned;
}

export function ageDays(checked: Temporal.Instant, now: Temporal.Instant): number {
  return now.since(checked).total('seconds') / daySeconds;
}

/** MiB in a second at which the days suffice, rounded up. */
export function neededRate({ bytes }: Held, days: number): number {
  return Math.ceil(bytes / (days * daySeconds * readable) / 1_048_576);
}

/**
 * The rate that would be needed where the oldest of all is `age` days old, although it was read at `rate`: more was in
 * the way than was planned for.
 */
export function neededFor(
  held: Held,
  { days, age, rate }: { days: number; age: number; rate: number },
): number {
  const late = age <= days ? 0 : Math.ceil((rate * age * 1.25) / days);
  return Math.max(neededRate(held, days), late);
}
