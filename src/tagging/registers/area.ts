import { isGcj02, type PositionFault, readNearPosition } from '../location/coordinates.ts';
import { corners, crossing, squareDegrees } from '../location/polygon.ts';
import type { Position } from '../location/position.ts';

/** Why an outline is none, each with the code of its error. */
export const areaErrors = {
  area_nowhere: 'tagging.area_nowhere',
  area_swapped: 'tagging.area_swapped',
  area_outside: 'tagging.area_outside',
  area_few: 'tagging.area_few',
  area_many: 'tagging.area_many',
  area_crosses: 'tagging.area_crosses',
} as const;
export type AreaProblem = keyof typeof areaErrors;

export function isAreaProblem(problem: string): problem is AreaProblem {
  return Object.hasOwn(areaErrors, problem);
}

export type ReadArea =
  | { readonly value: string }
  | { readonly problem: 'wrong' | AreaProblem; readonly found: string };

export const areaExample = '118.87 28.94; 118.88 28.94; 118.88 28.95';

/** A district's outline drawn finely; each point is held against every other edge. */
const mostCorners = 1_000;
const mostShown = 80;
/** A square metre, roughly. */
const leastSquareDegrees = 1e-10;

const problems: Readonly<Record<PositionFault | 'far', 'wrong' | AreaProblem>> = {
  malformed: 'wrong',
  nowhere: 'area_nowhere',
  swapped: 'area_swapped',
  off_earth: 'area_outside',
  far: 'area_outside',
};

/**
 * The outline of a place: one point for a circle's middle, three or more for a polygon that does not cross itself, each
 * longitude and latitude, WGS-84, in or near China (so that none crosses the date line). `gcj02:` before the first turns
 * all from a Chinese map's. The value is canonical.
 */
export function readArea(text: string): ReadArea {
  const written = text.split(/[;；]/).map((one) => one.trim());
  const given = written.filter((one) => one !== '');
  if (given.length > mostCorners) return { problem: 'area_many', found: String(given.length) };
  const system = isGcj02(text) ? 'gcj02:' : '';
  const points: Position[] = [];
  for (const one of given) {
    const position = readNearPosition(isGcj02(one) ? one : system + one);
    if (typeof position === 'string') return { problem: problems[position], found: one.slice(0, mostShown) };
    points.push(rounded(position));
  }
  const outline = corners(points);
  const shown = text.slice(0, mostShown);
  if (outline.length === 0) return { problem: 'wrong', found: shown };
  const flat = outline.length > 1 && squareDegrees(outline) < leastSquareDegrees;
  // Of a bow the two halves cancel out: that it crosses itself says more than that it has no area.
  if (flat && outline.length <= 3) return { problem: 'area_few', found: shown };
  const crossed = crossing(outline);
  if (crossed !== null) return { problem: 'area_crosses', found: crossed.join(' × ') };
  if (flat) return { problem: 'area_few', found: shown };
  return { value: outline.map(({ longitude, latitude }) => `${longitude} ${latitude}`).join(';') };
}

/** A centimetre: what was turned from another map has more digits than it means. */
function rounded({ longitude, latitude }: Position): Position {
  return { longitude: Number(longitude.toFixed(7)), latitude: Number(latitude.toFixed(7)) };
}
