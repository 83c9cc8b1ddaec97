/** How often it failed, and until when nothing is tried any more. */
export interface Failures {
  readonly failures: number;
  /** The first of them. */
  readonly first: Temporal.Instant;
  readonly until: Temporal.Instant | null;
}

/** After so many failures within so many minutes nothing is tried for so many minutes. */
export interface LockLimit {
  readonly most: number;
  readonly withinMinutes: number;
  readonly lockMinutes: number;
}

/**
 * The failures after one more. Older ones than the limit looks back to are forgotten, and a lock that is over begins a
 * new count. Pure.
 */
export function afterFailure(before: Failures | null, limit: LockLimit, now: Temporal.Instant): Failures {
  const standing = before === null || isOver(before, limit, now) ? null : before;
  const failures = (standing?.failures ?? 0) + 1;
  const until = failures >= limit.most ? now.add({ minutes: limit.lockMinutes }) : null;
  return { failures, first: standing?.first ?? now, until };
}

/** Seconds for which it is locked still, rounded up; 0: it is not. Pure. */
export function lockedSeconds(failures: Failures | null, now: Temporal.Instant): number {
  if (failures === null || failures.until === null) return 0;
  return Math.max(0, Math.ceil((failures.until.epochMilliseconds - now.epochMilliseconds) / 1_000));
}

/** Whether nothing of it counts any more: it may be forgotten. Pure. */
export function isOver(failures: Failures, limit: LockLimit, now: Temporal.Instant): boolean {
  if (failures.until !== null) return lockedSeconds(failures, now) === 0;
  return Temporal.Instant.compare(failures.first.add({ minutes: limit.withinMinutes }), now) <= 0;
}
