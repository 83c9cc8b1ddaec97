/** A point on the earth: degrees in WGS-84, as receivers give them. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

/** Mean radius of the earth (IUGG). */
const earthMeters = 6_371_008.8;
const radians = Math.PI / 180;

/** Along the great circle (haversine); within 0.6 % of the ellipsoid's distance. */
export function metersBetween(a: Position, b: Position): number {
  const half = (from: number, to: number): number => Math.sin(((to - from) * radians) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * half(a.longitude, b.longitude);
  return 2 * earthMeters * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A hundred metres round 0,0, in the Gulf of Guinea: what receivers write when they know nothing. */
const nowhereDegrees = 0.001;

export function isNowhere({ longitude, latitude }: Position): boolean {
  return Math.abs(longitude) < nowhereDegrees && Math.abs(latitude) < nowhereDegrees;
}

export function isOnEarth({ longitude, latitude }: Position): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

/** The rectangle in which maps of China shift positions; parts of its neighbours lie in it too. */
export function isNearChina({ longitude, latitude }: Position): boolean {
  return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271;
}

/** Far from China as it stands, and in it the other way round: latitude first is how many maps show it. */
export function looksSwapped(position: Position): boolean {
  return !isNearChina(position) && isNearChina(swapped(position));
}

export function swapped({ longitude, latitude }: Position): Position {
  return { longitude: latitude, latitude: longitude };
}
