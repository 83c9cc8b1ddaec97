import type { StandingLocation } from './location-book.ts';

/**
 * A track as GeoJSON (RFC 7946), whose positions are WGS-84 by definition: a line, or a point where it has only one.
 * `times` stand in the order of the positions, null where one has none. Pure.
 */
export function geoJsonText(evidence: string, { data, points }: StandingLocation): string {
  const { source, start, end, fixes, dropped, withinMeters, accuracyMeters } = data;
  const coordinates = points.map(({ longitude, latitude }) => [longitude, latitude]);
  const [only] = coordinates;
  const geometry =
    coordinates.length === 1 ? { type: 'Point', coordinates: only } : { type: 'LineString', coordinates };
  const times = points.map(({ at }) => at?.toString() ?? null);
  const facts = { source, start, end, fixes, dropped, withinMeters, accuracyMeters };
  const feature = { type: 'Feature', properties: { evidence, ...facts, times }, geometry };
  return `${JSON.stringify(feature, null, 2)}\n`;
}
