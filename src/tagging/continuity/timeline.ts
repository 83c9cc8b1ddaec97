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
  const chains = Map.groupBy(
    stretch.filter(({ named, segment, kind }) => named !== null && segment !== null && kind !== 'still'),
    ({ named }) => named,
  );
  const placed = stretch.flatMap((recording): readonly Span[] => {
    const { kind, named, startMs, chained } = recording;
    if (kind === 'still' || startMs === null) return [];
    const chain = chained ? (chains.get(named) ?? []) : [];
    return [chained ? chainedSpan(recording, chain, unsound) : ownSpan(recording, unsound)];
  });
  return placed.toSorted((a, b) => a.startMs - b.startMs);
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

function chainedSpan(recording: Recording, chain: readonly Recording[], unsound: ReadonlySet<string>): Span {
  const [first] = chain;
  const before = chain[chain.indexOf(recording) - 1];
  const startMs = recording.startMs ?? 0;
  const closed = first === undefined || before === undefined ? null : closedStart(recording, first, before);
  const sound = !unsound.has(recording.evidence) && !recording.doubtful;
  // Without a time of its own it lies at least behind those before it.
  const placed =
    closed ??
    startMs + chain.slice(0, chain.indexOf(recording)).reduce((sum, one) => sum + (one.durationMs ?? 0), 0);
  const endMs = recording.durationMs === null ? null : placed + recording.durationMs;
  return {
    recording,
    startMs: placed,
    endMs: sound ? endMs : null,
    sure: sound && closed !== null,
    grainMs: fatMs,
  };
}

/** Its start by its file's own time, counted from the first segment's; null where those times tell nothing. */
function closedStart(recording: Recording, first: Recording, before: Recording): number | null {
  const { durationMs, modifiedMs } = recording;
  if (durationMs === null || first.durationMs === null || first.startMs === null) return null;
  if (modifiedMs - before.modifiedMs < movedShare * durationMs) return null;
  const zone = first.startMs - (first.modifiedMs - first.durationMs);
  return modifiedMs - durationMs + zone;
}
