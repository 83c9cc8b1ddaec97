import { type OwnPlace, placeHolds, squareMeters } from './place-shape.ts';
import type { TrackPoint } from './track.ts';

/**
 * The station's own place in which a recording was made: one that holds at least half of its fixes, of several the one that
 * `planned` names (the roster's, which is right then), else the one with the most fixes, of those the smallest. Null where
 * there is none: no name is made up. Pure.
 */
export function placeOfTrack(
  track: readonly TrackPoint[],
  places: readonly OwnPlace[],
  planned: readonly string[],
): string | null {
  const all = track.reduce((sum, { fixes }) => sum + fixes, 0);
  const held = places
    .map((place) => ({ place, fixes: fixesIn(place, track), size: squareMeters(place) }))
    .filter(({ fixes }) => fixes > 0 && 2 * fixes >= all);
  const named = held.filter(({ place }) => planned.includes(place.name));
  const [best] = (named.length > 0 ? named : held).toSorted(
    (a, b) => b.fixes - a.fixes || a.size - b.size || (a.place.name < b.place.name ? -1 : 1),
  );
  return best?.place.name ?? null;
}

function fixesIn(place: OwnPlace, track: readonly TrackPoint[]): number {
  return track.reduce((sum, point) => sum + (placeHolds(place, point) ? point.fixes : 0), 0);
}
