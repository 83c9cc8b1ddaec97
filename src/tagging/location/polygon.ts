import type { Position } from './position.ts';

type Edge = readonly [from: Position, to: Position];

/** About a millimetre: what lies so near an edge lies on it. */
const onEdgeDegrees = 1e-8;

/** Without a point that stands twice in a row, and without the first one again at the end. */
export function corners(points: readonly Position[]): readonly Position[] {
  const distinct = points.filter((one, i) => i === 0 || !same(one, points[i - 1]));
  return distinct.length > 1 && same(distinct[0], distinct.at(-1)) ? distinct.slice(0, -1) : distinct;
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a?.longitude === b?.longitude && a?.latitude === b?.latitude;
}

/** In square degrees, by the shoelace formula; how it is turned does not matter. */
export function squareDegrees(polygon: readonly Position[]): number {
  const twice = edgesOf(polygon).reduce(
    (sum, [a, b]) => sum + a.longitude * b.latitude - b.longitude * a.latitude,
    0,
  );
  return Math.abs(twice) / 2;
}

/** Inside, on an edge or at a corner. */
export function polygonHolds(polygon: readonly Position[], point: Position): boolean {
  let inside = false;
  for (const [a, b] of edgesOf(polygon)) {
    if (isOnEdge([a, b], point)) return true;
    const spans = a.latitude > point.latitude !== b.latitude > point.latitude;
    if (!spans) continue;
    const part = (point.latitude - a.latitude) / (b.latitude - a.latitude);
    if (point.longitude < a.longitude + part * (b.longitude - a.longitude)) inside = !inside;
  }
  return inside;
}

function isOnEdge([a, b]: Edge, point: Position): boolean {
  const [x, y] = [b.longitude - a.longitude, b.latitude - a.latitude];
  const [px, py] = [point.longitude - a.longitude, point.latitude - a.latitude];
  const length = Math.hypot(x, y);
  const along = (px * x + py * y) / length;
  const beside = Math.abs(px * y - py * x) / length;
  return beside <= onEdgeDegrees && along >= -onEdgeDegrees && along <= length + onEdgeDegrees;
}

/** The numbers (from 1) of two edges that cut or touch each other elsewhere than at a corner they share; else null. */
export function crossing(polygon: readonly Position[]): readonly [number, number] | null {
  const edges = edgesOf(polygon)
    .map((edge, i) => ({ edge, number: i + 1, ...spanOf(edge) }))
    .toSorted((a, b) => a.west - b.west);
  for (const [i, one] of edges.entries()) {
    for (let j = i + 1; j < edges.length; j++) {
      const other = edges[j];
      // From here on all lie to the east of it.
      if (other === undefined || other.west > one.east) break;
      if (!cross(one.edge, other.edge)) continue;
      return one.number < other.number ? [one.number, other.number] : [other.number, one.number];
    }
  }
  return null;
}

function spanOf([a, b]: Edge): { readonly west: number; readonly east: number } {
  return { west: Math.min(a.longitude, b.longitude), east: Math.max(a.longitude, b.longitude) };
}

function cross(one: Edge, other: Edge): boolean {
  const [a, b] = one;
  const [c, d] = other;
  // Neighbours meet at their corner, and touch elsewhere only where the second runs back over the first.
  if (same(b, c)) return foldsBack(a, b, d);
  if (same(a, d)) return foldsBack(c, a, b);
  const [c1, d1, a2, b2] = [side(one, c), side(one, d), side(other, a), side(other, b)];
  if (c1 !== d1 && a2 !== b2) return true;
  const touches = [
    c1 === 0 && isWithin(one, c),
    d1 === 0 && isWithin(one, d),
    a2 === 0 && isWithin(other, a),
    b2 === 0 && isWithin(other, b),
  ];
  return touches.includes(true);
}

function foldsBack(from: Position, corner: Position, to: Position): boolean {
  const [x1, y1] = [from.longitude - corner.longitude, from.latitude - corner.latitude];
  const [x2, y2] = [to.longitude - corner.longitude, to.latitude - corner.latitude];
  return x1 * y2 - y1 * x2 === 0 && x1 * x2 + y1 * y2 > 0;
}

/** On which side of an edge a point lies: 1, -1, or 0 where in line with it. */
function side([a, b]: Edge, point: Position): number {
  return Math.sign(
    (b.longitude - a.longitude) * (point.latitude - a.latitude) -
      (b.latitude - a.latitude) * (point.longitude - a.longitude),
  );
}

/** Whether a point in line with an edge lies on it. */
function isWithin([a, b]: Edge, { longitude, latitude }: Position): boolean {
  return (
    Math.min(a.longitude, b.longitude) <= longitude &&
    longitude <= Math.max(a.longitude, b.longitude) &&
    Math.min(a.latitude, b.latitude) <= latitude &&
    latitude <= Math.max(a.latitude, b.latitude)
  );
}

function edgesOf(polygon: readonly Position[]): readonly Edge[] {
  return polygon.map((from, i) => [from, polygon[(i + 1) % polygon.length] ?? from] as const);
}
