import type { StartSource, TimedRecording } from '../custody/entry-kinds.ts';
import { startSources } from '../custody/entry-kinds.ts';
import type { Probe } from './read-probe.ts';

/** What is known of one recording's times before anything is believed. */
export interface TimeEvidence {
  /** Local date and time in the file's name. */
  readonly named: string | null;
  /**
   * Where its name bears the start of a recording of which it is not the first segment: when it began by what is known of
   * the segments before, null where that is not known. Left out: its name's start is its own.
   */
  readonly behind?: { readonly start: Temporal.Instant | null };
  readonly probe: Pick<Probe, 'durationMs' | 'created'>;
  /** UTC, from the satellites, in a sidecar. */
  readonly sidecar: Temporal.Instant | null;
  /** The file's own time. */
  readonly modified: Temporal.Instant;
  /** A photograph ends when it begins. */
  readonly still: boolean;
}

export interface TimeReading {
  /** In which the recorder's clock runs. */
  readonly zone: string;
  /** Which source is believed first. */
  readonly order: readonly StartSource[];
  /** Seconds by which somebody found the clock ahead; null where nobody has looked. */
  readonly corrected: number | null;
  /** The docking has shown that the clock is wrong. */
  readonly suspect: boolean;
  readonly toleranceSeconds: number;
}

export type RecordingTimes = Pick<
  TimedRecording,
  'claims' | 'start' | 'startSource' | 'durationMs' | 'ended' | 'endSource' | 'offsetSeconds' | 'doubtful'
>;

export const usualOrder: readonly StartSource[] = startSources;

/** No recording of a shift is longer than this: a file time farther from the start belongs to a copy, or to another clock. */
const longest = Temporal.Duration.from({ hours: 24 });

/**
 * When a recording began and ended. Its start comes from the first source that says it, its end from the probed
 * duration, or with none from the file's own time, and then it is doubtful: FAT keeps that in local time without a zone.
 * Every claim is kept. Pure.
 */
export function recordingTimes(evidence: TimeEvidence, reading: TimeReading): RecordingTimes {
  const { probe, still, modified } = evidence;
  const { order, corrected, suspect, toleranceSeconds } = reading;
  const durationMs = still ? 0 : probe.durationMs;
  const claims = claimsOf(evidence, durationMs, reading.zone);
  const believed = evidence.behind === undefined ? firstOf(order, claims) : laterClaim(order, claims);
  const offset = corrected ?? 0;
  const byClock = (claimed: Temporal.Instant, source: StartSource): Temporal.Instant =>
    source === 'sidecar' ? claimed : claimed.subtract({ seconds: offset });
  const start = believed === undefined ? null : byClock(believed.start, believed.source);
  const end =
    start === null || believed === undefined
      ? null
      : endOf(start, { durationMs, modified: byClock(modified, 'file') }, believed.source);
  const apart = satellitesApart(claims, believed?.source ?? null, start);
  return {
    claims: claims.map(({ source, start }) => ({ source, start: start.toString() })),
    start: start?.toString() ?? null,
    startSource: believed?.source ?? null,
    durationMs,
    ended: end?.at.toString() ?? null,
    endSource: end?.source ?? null,
    offsetSeconds: offset,
    doubtful:
      (evidence.behind !== undefined && believed?.source === 'name') ||
      (suspect && corrected === null && believed?.source !== 'sidecar') ||
      (end !== null && end.source === 'file') ||
      (believed?.source === 'container' && zoneUnsure(claims, toleranceSeconds)) ||
      (corrected === null && apart > toleranceSeconds),
  };
}

interface Claim {
  readonly source: StartSource;
  readonly start: Temporal.Instant;
}

function firstOf(order: readonly StartSource[], claims: readonly Claim[]): Claim | undefined {
  return order.map((source) => claims.find((one) => one.source === source)).find(Boolean);
}

/**
 * What a later segment is timed by. The start of the whole recording, which its name bears, is not its own: a session would
 * end, and be due, too early. But nothing may put it before that start, or days behind it: then the name tells as much as
 * is known.
 */
function laterClaim(order: readonly StartSource[], claims: readonly Claim[]): Claim | undefined {
  const named = claims.find(({ source }) => source === 'name');
  const near = claims.filter(({ source, start }) => {
    if (source === 'name' || named === undefined) return false;
    const behind = named.start.until(start);
    return behind.sign >= 0 && Temporal.Duration.compare(behind, longest) <= 0;
  });
  const asked = order.map((source) => (source === 'name' ? 'segments' : source));
  return firstOf(asked, near) ?? named;
}

function claimsOf(
  { named, behind, probe, sidecar, modified }: TimeEvidence,
  durationMs: number | null,
  zone: string,
): readonly Claim[] {
  const found: Claim[] = [];
  const local = named === null ? null : localInstant(named, zone);
  if (local !== null) found.push({ source: 'name', start: local });
  if (behind !== undefined && behind.start !== null) found.push({ source: 'segments', start: behind.start });
  if (probe.created !== null) found.push({ source: 'container', start: probe.created });
  if (sidecar !== null) found.push({ source: 'sidecar', start: sidecar });
  // A recorder writes the file's time when it closes it.
  found.push({ source: 'file', start: modified.subtract({ milliseconds: durationMs ?? 0 }) });
  return found;
}

function localInstant(named: string, zone: string): Temporal.Instant | null {
  try {
    return Temporal.PlainDateTime.from(named).toZonedDateTime(zone).toInstant();
  } catch {
    return null;
  }
}

function endOf(
  start: Temporal.Instant,
  { durationMs, modified }: { readonly durationMs: number | null; readonly modified: Temporal.Instant },
  source: StartSource,
): { at: Temporal.Instant; source: 'duration' | 'file' } | null {
  if (durationMs !== null)
    return { at: start.add({ milliseconds: durationMs }), source: source === 'file' ? 'file' : 'duration' };
  const after = Temporal.Instant.compare(modified, start) >= 0;
  const near = Temporal.Instant.compare(modified, start.add(longest)) <= 0;
  return after && near ? { at: modified, source: 'file' } : null;
}

/** UTC or local? Both were written by one clock: where the file's own time is hours away, one of them is in another zone. */
function zoneUnsure(claims: readonly Claim[], toleranceSeconds: number): boolean {
  const [container, file] = ['container', 'file'].map((name) => claims.find(({ source }) => source === name));
  if (container === undefined || file === undefined) return true;
  return Math.abs(container.start.until(file.start).total('seconds')) > toleranceSeconds;
}

/** Seconds between the believed start and the satellites' own; 0 where there are none to compare. */
function satellitesApart(
  claims: readonly Claim[],
  source: StartSource | null,
  start: Temporal.Instant | null,
): number {
  const fix = claims.find((one) => one.source === 'sidecar')?.start;
  if (fix === undefined || start === null || source === 'sidecar') return 0;
  // The first fix may come minutes after the start, never before it.
  const late = start.until(fix).total('seconds');
  return late >= 0 && late <= slowestFixSeconds ? 0 : Math.abs(late);
}

const slowestFixSeconds = 1_800;
