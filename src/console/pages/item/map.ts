/** A point on the earth, degrees in WGS-84. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

export interface Outline {
  readonly name: string;
  readonly points: readonly Position[];
  readonly radiusMeters: number | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DrawnMap {
  readonly track: readonly Point[];
  readonly places: readonly {
    readonly name: string;
    readonly points: readonly Point[];
    /** Of a circle round its one point. */
    readonly radius: number | null;
    readonly label: Point;
  }[];
  /** Lines of the blank grid, so many metres apart. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly stepMeters: number;
  readonly step: number;
}

const metersPerDegree = 111_195;
const radians = Math.PI / 180;
const leastMeters = 120;

/** The track and what lies around, laid on a plane where a metre is as long either way. Pure. */
export function drawnMap(
  track: readonly Position[],
  places: readonly Outline[],
  { width, height }: { readonly width: number; readonly height: number },
): DrawnMap {
  const middle = middleOf(track);
  const narrowed = Math.cos(middle.latitude * radians);
  const metersOf = ({ longitude, latitude }: Position): Point => ({
    x: (longitude - middle.longitude) * metersPerDegree * narrowed,
    y: (middle.latitude - latitude) * metersPerDegree,
  });
  const meters = track.map(metersOf);
  const reach = (of: (point: Point) => number): number =>
    Math.max(0, ...meters.map((one) => Math.abs(of(one))));
  const halfX = Math.max(leastMeters, reach(({ x }) => x) * 1.25);
  const halfY = Math.max(leastMeters, reach(({ y }) => y) * 1.25);
  const scale = Math.min(width / 2 / halfX, height / 2 / halfY);
  const onPaper = ({ x, y }: Point): Point => ({ x: width / 2 + x * scale, y: height / 2 + y * scale });
  const stepMeters = niceStep(width / scale / 5);
  const step = stepMeters * scale;
  return {
    track: meters.map(onPaper),
    places: places.map(({ name, points, radiusMeters }) => {
      const drawn = points.map((one) => onPaper(metersOf(one)));
      const label = middlePoint(drawn);
      return { name, points: drawn, radius: radiusMeters === null ? null : radiusMeters * scale, label };
    }),
    columns: linesAcross(width, step),
    rows: linesAcross(height, step),
    ...{ stepMeters, step },
  };
}

function middleOf(track: readonly Position[]): Position {
  const between = (of: (one: Position) => number): number => {
    const values = track.map(of);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  return { longitude: between((one) => one.longitude), latitude: between((one) => one.latitude) };
}

function middlePoint(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** 1, 2 or 5 with noughts behind: what a person reads at a glance. */
function niceStep(wanted: number): number {
  const tens = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((one) => one * tens >= wanted) ?? 10) * tens;
}

function linesAcross(length: number, step: number): readonly number[] {
  const first = (length / 2) % step;
  return Array.from({ length: Math.floor((length - first) / step) + 1 }, (_, at) => first + at * step);
}

/** Along the track. Pure. */
export function metersAlong(track: readonly Position[]): number {
  return track.slice(1).reduce((sum, one, at) => sum + between(track[at] ?? one, one), 0);
}

function between(a: Position, b: Position): number {
  const x = (b.longitude - a.longitude) * Math.cos(a.latitude * radians);
  return Math.hypot(x, b.latitude - a.latitude) * metersPerDegree;
}
