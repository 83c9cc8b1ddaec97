import { isNearChina, type Position } from './position.ts';

/**
 * GCJ-02, by which maps published in China (高德, 腾讯, Google's of China) are shifted, for showing a position on them; what
 * is stored is WGS-84. The State Bureau's algorithm is not public: this is the approximation that has been known since 2010
 * and that open map software uses (eviltransform, coordtransform), with its constants; it agrees with such maps within
 * metres. Its ellipsoid is Krasovsky's of 1940 (SK-42).
 */
const semiMajorMeters = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;
const radians = Math.PI / 180;

/** Outside of China, where no map is shifted, the position itself. Pure. */
export function gcj02Of(position: Position): Position {
  if (!isNearChina(position)) return position;
  const shift = shiftAt(position);
  return {
    longitude: position.longitude + shift.longitude,
    latitude: position.latitude + shift.latitude,
  };
}

/**
 * The way back: the position whose shifted one this is, by approaching it; within a metre. Within a kilometre of the edge
 * of the rectangle a position may be either, and counts as one in China. Pure.
 */
export function wgs84Of(shifted: Position): Position {
  let guess = shifted;
  for (let round = 0; round < 10; round++) {
    const shift = shiftAt(guess);
    guess = {
      longitude: shifted.longitude - shift.longitude,
      latitude: shifted.latitude - shift.latitude,
    };
  }
  return isNearChina(guess) ? guess : shifted;
}

/** Degrees by which maps are off at a position in China. */
function shiftAt({ longitude, latitude }: Position): Position {
  const [x, y] = [longitude - 105, latitude - 35];
  const root = Math.sqrt(Math.abs(x));
  const common = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root;
  const northWaves =
    common +
    waves(y, [
      [20, 1],
      [40, 1 / 3],
      [160, 1 / 12],
      [320, 1 / 30],
    ]);
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root;
  const eastWaves =
    common +
    waves(x, [
      [20, 1],
      [40, 1 / 3],
      [150, 1 / 12],
      [300, 1 / 30],
    ]);
  return inDegrees(latitude, north + (northWaves * 2) / 3, east + (eastWaves * 2) / 3);
}

function waves(at: number, parts: readonly (readonly [height: number, frequency: number])[]): number {
  return parts.reduce((sum, [height, frequency]) => sum + height * Math.sin(at * frequency * Math.PI), 0);
}

/** Metres on the ellipsoid as degrees at this latitude. */
function inDegrees(latitude: number, northMeters: number, eastMeters: number): Position {
  const sine = Math.sin(latitude * radians);
  const squared = 1 - eccentricitySquared * sine * sine;
  const meridian = (semiMajorMeters * (1 - eccentricitySquared)) / (squared * Math.sqrt(squared));
  const normal = semiMajorMeters / Math.sqrt(squared);
  return {
    latitude: northMeters / (meridian * radians),
    longitude: eastMeters / (normal * Math.cos(latitude * radians) * radians),
  };
}
