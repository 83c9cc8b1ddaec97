import { canonicalText } from '../../custody/canonical.ts';
import type { Position } from './position.ts';

/** A fix that was kept of a track. */
export interface TrackPoint extends Position {
  readonly at: Temporal.Instant | null;
  /** How many fixes it stands for, itself among them: how long the recorder was there. */
  readonly fixes: number;
}

/** Degrees are kept in ten-millionths, a centimetre on the ground: the ledger's canonical form has whole numbers only. */
const perDegree = 10_000_000;

/** Points as the ledger keeps them: `[longitude, latitude, milliseconds since start or null, fixes]`, canonical JSON. */
export function trackText(points: readonly TrackPoint[], start: Temporal.Instant | null): string {
  return canonicalText(
    points.map(({ longitude, latitude, at, fixes }) => [
      Math.round(longitude * perDegree),
      Math.round(latitude * perDegree),
      at === null || start === null ? null : at.epochMilliseconds - start.epochMilliseconds,
      fixes,
    ]),
  );
}

/** What `trackText` has written. */
export function trackPoints(text: string, start: Temporal.Instant | null): readonly TrackPoint[] {
  const rows = JSON.parse(text) as readonly (readonly [number, number, number | null, number])[];
  return rows.map(([longitude, latitude, ms, fixes]) => ({
    longitude: longitude / perDegree,
    latitude: latitude / perDegree,
    at: ms === null || start === null ? null : start.add({ milliseconds: ms }),
    fixes,
  }));
}

/** Where the recorder was longest: a position that was measured, not a mean of several. Null for no points. */
export function mainPoint(points: readonly TrackPoint[]): TrackPoint | null {
  return points.reduce<TrackPoint | null>(
    (best, one) => (best === null || one.fixes > best.fixes ? one : best),
    null,
  );
}
