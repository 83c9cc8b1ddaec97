/** Time, handed in from `station.ts` so that rules can be tried under any clock. */
export interface Clock {
  now(): Temporal.Instant;
  /** Milliseconds that no clock setting can turn back. */
  monotonicMs(): number;
}

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  monotonicMs: () => performance.now(),
};
