/** A segment that bears the same start in its name as the one asked about, by the recorder's own clock. */
export interface EarlierSegment {
  /** Null where its length is not known. */
  readonly ended: Temporal.Instant | null;
  /** The file's own time. */
  readonly modified: Temporal.Instant;
}

export interface LaterSegment {
  readonly durationMs: number | null;
  readonly modified: Temporal.Instant;
}

/** FAT keeps time in steps of 2 s, and rounds both ends. */
const grainMs = 4_000;
/** A file time that moved on by less than this share of a segment's length was not written while it was recorded. */
const movedShare = 0.5;
/** Two segments of one recording do not lie farther apart: such a file time belongs to a copy. */
const farthestMs = 24 * 3_600_000;

/**
 * When a later segment of a recording began whose segments all bear the recording's start in their names. Files' own times
 * tell it by their difference, whatever their zone; where they were not written while it was recorded, the end of the
 * segment just before tells. Null where neither does. Pure.
 * @param first the segment with the lowest number
 * @param previous the one with the number before; null where it is not there
 */
export function laterSegmentStart(
  mine: LaterSegment,
  first: EarlierSegment,
  previous: EarlierSegment | null,
): Temporal.Instant | null {
  return byFileTimes(mine, first, previous) ?? previous?.ended ?? null;
}

function byFileTimes(
  { durationMs, modified }: LaterSegment,
  first: EarlierSegment,
  previous: EarlierSegment | null,
): Temporal.Instant | null {
  if (durationMs === null || first.ended === null) return null;
  if (millisFrom((previous ?? first).modified, modified) < movedShare * durationMs) return null;
  const closed = first.ended.add({ milliseconds: millisFrom(first.modified, modified) });
  const start = closed.subtract({ milliseconds: durationMs });
  const earliest = previous?.ended ?? first.ended;
  const after = millisFrom(earliest, start);
  if (after < -grainMs || after > farthestMs) return null;
  return after < 0 ? earliest : start;
}

function millisFrom(a: Temporal.Instant, b: Temporal.Instant): number {
  return b.epochMilliseconds - a.epochMilliseconds;
}
