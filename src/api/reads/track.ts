import { requireEvidence } from '../../station/catalogue/evidence-item.ts';
import { LocationBook } from '../../tagging/location/location-book.ts';
import { OwnPlaces } from '../../tagging/location/own-places.ts';
import type { OwnPlace } from '../../tagging/location/place-shape.ts';
import type { Position } from '../../tagging/location/position.ts';
import type { ReadWorld } from '../reading/read-world.ts';

/** A few hundred metres around what was measured, and as far again as it is wide. */
const leastDegrees = 0.004;
const mostPlaces = 50;

/** Error: `station.evidence_unknown`. */
export function readTrack({ db }: ReadWorld, { evidence }: { readonly evidence: string }) {
  requireEvidence(db, evidence);
  const points = new LocationBook(db).location(evidence)?.points ?? [];
  return {
    points: points.map(({ longitude, latitude, at, fixes }) => ({
      ...{ longitude, latitude, fixes },
      at: at?.toString() ?? null,
    })),
    places: placesAround(points, new OwnPlaces(db).all()).map(({ name, points, radiusMeters }) => ({
      ...{ name, points, radiusMeters },
    })),
  };
}

function placesAround(points: readonly Position[], places: readonly OwnPlace[]): readonly OwnPlace[] {
  if (points.length === 0) return [];
  const [west, east] = around(points.map(({ longitude }) => longitude));
  const [south, north] = around(points.map(({ latitude }) => latitude));
  return places
    .filter(
      ({ southWest, northEast }) =>
        southWest.longitude <= east &&
        northEast.longitude >= west &&
        southWest.latitude <= north &&
        northEast.latitude >= south,
    )
    .slice(0, mostPlaces);
}

function around(values: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const more = Math.max(leastDegrees, most - least);
  return [least - more, most + more];
}
