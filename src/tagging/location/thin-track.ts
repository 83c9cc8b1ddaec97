import type { Fix } from './fix.ts';
import { metersBetween } from './position.ts';
import type { TrackPoint } from './track.ts';

/** Enough to draw a day's round on a map, in some 20 KB of an entry's personal values. */
export const mostPoints = 500;
const finestMeters = 5;

export interface ThinnedTrack {
  readonly points: readonly TrackPoint[];
  /** No fix that was left out is farther than this from the kept point before it; 0 where none was. */
  readonly withinMeters: number;
}

/**
 * At most `mostPoints` fixes that stand for all: one is kept where the recorder has moved on by more than so many metres
 * since the one before, so that no fix that is left out lies farther than that from a kept one. The first and the last
 * are always kept. Pure.
 */
export function thinTrack(fixes: readonly Fix[]): ThinnedTrack {
  for (let meters = finestMeters; ; meters *= 2) {
    const points = keptBy(fixes, meters);
    if (points.length <= mostPoints)
      return { points, withinMeters: points.length === fixes.length ? 0 : meters };
  }
}

function keptBy(fixes: readonly Fix[], meters: number): readonly TrackPoint[] {
  const kept: { fix: Fix; fixes: number }[] = [];
  for (const [at, fix] of fixes.entries()) {
    const before = kept.at(-1);
    const last = at === fixes.length - 1;
    if (before === undefined || last || metersBetween(before.fix, fix) > meters) kept.push({ fix, fixes: 1 });
    else before.fixes += 1;
  }
  return kept.map(({ fix: { longitude, latitude, at }, fixes }) => ({ longitude, latitude, at, fixes }));
}
