import type { LocatedRecording, PositionClaim, PositionSource } from '../../custody/entry-kinds.ts';
import { positionSources } from '../../custody/entry-kinds.ts';
import type { Fix, ReadFixes } from './fix.ts';
import { metersBetween } from './position.ts';
import { type SoundFixes, soundFixes } from './sound-fixes.ts';
import { thinTrack } from './thin-track.ts';
import { mainPoint, type TrackPoint, trackText } from './track.ts';

export interface SourcedFixes extends ReadFixes {
  readonly source: PositionSource;
}

export interface Located {
  readonly data: LocatedRecording;
  /** As the entry keeps it; null where no position is believed. */
  readonly track: string | null;
}

interface Candidate {
  readonly read: SourcedFixes;
  readonly sound: SoundFixes;
}

/**
 * Where a recording was made, by everything that says so. The believed track is that of the most believed source that has
 * one, of several sidecars the one with the most fixes; what the others say is kept in numbers. Null where no source says
 * anything. Pure.
 */
export function locatedBy(evidence: string, sources: readonly SourcedFixes[]): Located | null {
  const candidates = sources
    .filter(({ fixes, badSums, malformed }) => fixes.length + badSums + malformed > 0)
    .map((read): Candidate => ({ read, sound: soundFixes(read.fixes) }))
    .toSorted((a, b) => rank(a) - rank(b) || b.sound.fixes.length - a.sound.fixes.length);
  if (candidates.length === 0) return null;
  const believed = candidates.find(({ sound }) => sound.fixes.length > 0) ?? null;
  const fixes = believed?.sound.fixes ?? [];
  const { points, withinMeters } = thinTrack(fixes);
  const { start, end } = spanOf(fixes);
  const claims = candidates.map((one) => claimOf(one, one === believed ? [] : points));
  return {
    data: {
      evidence,
      source: believed?.read.source ?? null,
      start: start?.toString() ?? null,
      end: end?.toString() ?? null,
      fixes: fixes.length,
      dropped: claims.reduce((sum, { dropped }) => sum + sumOf(dropped), 0),
      points: points.length,
      withinMeters,
      accuracyMeters: usualAccuracy(fixes),
      claims,
    },
    track: points.length === 0 ? null : trackText(points, start),
  };
}

function rank({ read }: Candidate): number {
  return positionSources.indexOf(read.source);
}

function claimOf({ read, sound }: Candidate, believed: readonly TrackPoint[]): PositionClaim {
  const { source, badSums, malformed, whole } = read;
  const { fixes, nowhere, offEarth, jumped } = sound;
  const reasons = {
    check_sum: badSums,
    malformed,
    nowhere,
    off_earth: offEarth,
    jump: jumped,
  };
  const dropped = Object.fromEntries(Object.entries(reasons).filter(([, count]) => count > 0));
  return { source, fixes: fixes.length, dropped, whole, apartMeters: metersApart(fixes, believed) };
}

/** From where the one source says the recorder was longest to the nearest point of the other. */
function metersApart(fixes: readonly Fix[], believed: readonly TrackPoint[]): number | null {
  const main = mainPoint(thinTrack(fixes).points);
  if (main === null || believed.length === 0) return null;
  return Math.round(believed.reduce((least, one) => Math.min(least, metersBetween(main, one)), Infinity));
}

function spanOf(fixes: readonly Fix[]): { start: Temporal.Instant | null; end: Temporal.Instant | null } {
  const times = fixes.flatMap(({ at }) => (at === null ? [] : [at.epochMilliseconds]));
  const [first] = times;
  if (first === undefined) return { start: null, end: null };
  const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
  const [least, most] = times.reduce(([a, b], ms) => [Math.min(a, ms), Math.max(b, ms)], [first, first]);
  return { start: instant(least), end: instant(most) };
}

/** The middle one of what the fixes claim, in whole metres; one bad moment does not speak for the whole track. */
function usualAccuracy(fixes: readonly Fix[]): number | null {
  const stated = fixes.flatMap(({ accuracyMeters }) => accuracyMeters ?? []).toSorted((a, b) => a - b);
  const middle = stated[Math.floor((stated.length - 1) / 2)];
  return middle === undefined ? null : Math.ceil(middle);
}

function sumOf(dropped: PositionClaim['dropped']): number {
  return Object.values(dropped).reduce((sum, count) => sum + count, 0);
}
