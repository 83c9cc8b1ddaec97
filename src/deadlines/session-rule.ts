/** A recording on the time line of its recorder. */
export interface PlacedRecording {
  readonly evidence: string;
  /** Null while it belongs to none. */
  readonly session: string | null;
  readonly officer: string | null;
  /** The start in the file's name, which all segments of one recording share. */
  readonly named: string | null;
  readonly segment: number | null;
  /** The one duty of the roster that it belongs to; null where none does, or several do. */
  readonly duty: string | null;
  readonly start: Temporal.Instant | null;
  readonly ended: Temporal.Instant | null;
}

/**
 * Why two recordings of one recorder belong to one course of enforcement (ZZ-23: from arrival to departure): they are
 * segments of one recording, or of one duty, or, where the roster does not say, one begins at most `gap` after the other
 * has ended. Two officers never share one. Null: they do not belong together by rule. Pure.
 */
export function together(
  a: PlacedRecording,
  b: PlacedRecording,
  gap: Temporal.Duration,
): 'segments' | 'roster' | 'gap' | null {
  if (a.officer !== null && b.officer !== null && a.officer !== b.officer) return null;
  const numbered = a.segment !== null && b.segment !== null && a.segment !== b.segment;
  if (numbered && a.named !== null && a.named === b.named) return 'segments';
  if (a.duty !== null && b.duty !== null) return a.duty === b.duty ? 'roster' : null;
  if (a.start === null || b.start === null) return null;
  const [first, second] = Temporal.Instant.compare(a.start, b.start) <= 0 ? [a, b] : [b, a];
  const from = first.ended ?? first.start;
  if (from === null || second.start === null) return null;
  return Temporal.Instant.compare(second.start, from.add(gap)) <= 0 ? 'gap' : null;
}
