import { laterOf } from './retention-date.ts';

/**
 * Until when a copy that is written now is locked: as long as the original. A lock that has run out meanwhile becomes
 * one of a day, since a store takes none in the past.
 */
export function lockOfCopy(original: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  return laterOf(original, now.add({ hours: 24 }));
}
