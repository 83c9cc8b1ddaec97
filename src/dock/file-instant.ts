/** What `Temporal.Instant` reaches in either direction, in nanoseconds: 100 million days. */
const farthest = 8_640_000_000_000_000_000_000n;

/**
 * A file's time as an instant. Some file systems keep times that no calendar reaches; one such file must not keep a
 * whole card from being listed, so it gets the farthest instant there is, which nobody takes for a true one.
 */
export function fileInstant(nanoseconds: bigint): Temporal.Instant {
  const reached = nanoseconds > farthest ? farthest : nanoseconds < -farthest ? -farthest : nanoseconds;
  return Temporal.Instant.fromEpochNanoseconds(reached);
}
