/** How long after so many failures in a row it is tried again: the double each time, up to a longest. */
export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** @param random from 0 up to 1: a dozen stations that lost one store must not come back at one moment */
export function pauseMs({ firstMs, longestMs }: Backoff, failures: number, random: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(30, failures - 1));
  return Math.round(whole * (0.5 + random / 2));
}
