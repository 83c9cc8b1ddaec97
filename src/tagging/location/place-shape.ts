import type { RowValues } from '../registers/register.ts';
import { polygonHolds, squareDegrees } from './polygon.ts';
import { metersBetween, type Position } from './position.ts';

/** A place of the station's own, as its register has it. */
export interface OwnPlace {
  readonly name: string;
  /** One for a circle's middle, three or more for a polygon. */
  readonly points: readonly Position[];
  /** Of a circle. */
  readonly radiusMeters: number | null;
  /** The rectangle round it: what is outside need not be held against each side. */
  readonly southWest: Position;
  readonly northEast: Position;
}

const metersPerDegree = 111_195;
const radians = Math.PI / 180;

/** A row of the register `places`; null where its values were erased. */
export function placeOf({ name, area, radius }: RowValues): OwnPlace | null {
  if (name === undefined || area === undefined) return null;
  const points = area.split(';').map((pair): Position => {
    const [longitude = Number.NaN, latitude = Number.NaN] = pair.split(' ').map(Number);
    return { longitude, latitude };
  });
  const radiusMeters = radius === undefined ? null : Number(radius);
  return { name, points, radiusMeters, ...rectangleRound(points, radiusMeters ?? 0) };
}

function rectangleRound(
  points: readonly Position[],
  meters: number,
): { readonly southWest: Position; readonly northEast: Position } {
  const north = Math.max(...points.map(({ latitude }) => latitude));
  const south = Math.min(...points.map(({ latitude }) => latitude));
  // A hundredth more than the radius: the rectangle must not cut the circle that the earth's curve makes.
  const up = (meters * 1.01) / metersPerDegree;
  const right = up / Math.cos((north + up) * radians);
  const edge = 1e-7;
  return {
    southWest: {
      longitude: Math.min(...points.map(({ longitude }) => longitude)) - right - edge,
      latitude: south - up - edge,
    },
    northEast: {
      longitude: Math.max(...points.map(({ longitude }) => longitude)) + right + edge,
      latitude: north + up + edge,
    },
  };
}

/** A point on the edge is in the place. */
export function placeHolds(place: OwnPlace, point: Position): boolean {
  const { points, radiusMeters, southWest, northEast } = place;
  if (point.longitude < southWest.longitude || point.longitude > northEast.longitude) return false;
  if (point.latitude < southWest.latitude || point.latitude > northEast.latitude) return false;
  const [middle] = points;
  if (middle === undefined) return false;
  return radiusMeters === null ? polygonHolds(points, point) : metersBetween(middle, point) <= radiusMeters;
}

/** To tell the smaller of two places. */
export function squareMeters({ points, radiusMeters }: OwnPlace): number {
  if (radiusMeters !== null) return Math.PI * radiusMeters ** 2;
  const middle = points.reduce((sum, { latitude }) => sum + latitude / points.length, 0);
  return squareDegrees(points) * metersPerDegree ** 2 * Math.cos(middle * radians);
}
