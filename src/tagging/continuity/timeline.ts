import type { Recording, Stretch } from './stretch.ts';

/** A recording on its recorder's time line. */
export interface Span {
  readonly recording: Recording;
  readonly startMs: number;
  /** Null where its end is not known: then it may last until the next one begins. */
  readonly endMs: number | null;
  /** Whether its times may be compared with those of others to the second. */
  readonly sure: boolean;
  /** By how much a time may be off that was read from FAT. */
  readonly grainMs: number;
}

/** FAT keeps time in steps of 2 s, and rounds both ends. */
const fatMs = 4_000;
/** A file time that moved on by less than this share of a segment's length was not written while it was recorded. */
const movedShare = 0.5;

/**
 * Where moving pictures and sound lie in time. Segments that bear the start of their whole recording in their names are
 * placed by their files' own times, whose differences are right although their zone may not be.
 * @param unsound recordings whose length is not to be believed.
 */
export function timeline(stretch: Stretch, unsound: ReadonlySet<string>): readonly Span[] {
  const own: Span[] = [];
  const chained: Recording[] = [];
  for (const recording of stretch) {
    if (recording.kind === 'still' || recording.startMs === null) continue;
    if (recording.chained) chained.push(recording);
    else own.push(ownSpan(recording, unsound));
  }
  const chains = Map.groupBy(chained, ({ named }) => named);
  const first = new Map(own.map((span) => [span.recording.named, span]));
  const later = [...chains].flatMap(([named, chain]) => chainedSpans(first.get(named), chain, unsound));
  return [...own, ...later].toSorted((a, b) => a.startMs - b.startMs);
}

function ownSpan(recording: Recording, unsound: ReadonlySet<string>): Span {
  const { startMs, endedMs, measured, doubtful, startSource, evidence } = recording;
  const known = measured && endedMs !== null && !unsound.has(evidence);
  return {
    recording,
    startMs: startMs ?? 0,
    endMs: known ? endedMs : null,
    sure: known && !doubtful && startSource !== 'file' && agrees(recording),
    grainMs: 0,
  };
}

/** A container's time may be that of closing the file: then the file's own time tells. */
function agrees({ startSource, startMs, durationMs, modifiedMs }: Recording): boolean {
  if (startSource !== 'container' || startMs === null || durationMs === null) return true;
  return Math.abs(modifiedMs - durationMs - startMs) <= fatMs;
}

/** One behind the other, as their numbers say. */
function chainedSpans(
  first: Span | undefined,
  chain: readonly Recording[],
  unsound: ReadonlySet<string>,
): readonly Span[] {
  const spans: Span[] = [];
  let before = first;
  for (const recording of chain) {
    const sound = !unsound.has(recording.evidence) && !recording.doubtful;
    const closed = sound ? closedStart(recording, first, before) : null;
    // Without a time of its own it lies somewhere behind the one before it.
    const startMs = closed ?? before?.endMs ?? (before?.startMs ?? recording.startMs ?? 0) + 1;
    const { durationMs } = recording;
    const endMs = sound && durationMs !== null ? startMs + durationMs : null;
    before = { recording, startMs, endMs, sure: closed !== null, grainMs: fatMs };
    spans.push(before);
  }
  return spans;
}

/** Its start by its file's own time, counted from the first segment's; null where those times tell nothing. */
function closedStart(
  { durationMs, modifiedMs }: Recording,
  first: Span | undefined,
  before: Span | undefined,
): number | null {
  if (durationMs === null || first?.endMs == null || before === undefined) return null;
  if (modifiedMs - before.recording.modifiedMs < movedShare * durationMs) return null;
  return modifiedMs - durationMs + (first.endMs - first.recording.modifiedMs);
}
