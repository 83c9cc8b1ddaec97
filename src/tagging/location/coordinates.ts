import { wgs84Of } from './gcj02.ts';
import { isNearChina, isNowhere, isOnEarth, looksSwapped, type Position } from './position.ts';

/** Why a written pair of numbers is no position. */
export type PositionFault = 'malformed' | 'nowhere' | 'swapped' | 'off_earth';

const number = /^[+-]?\d{1,9}(?:\.\d{1,15})?$/;
const system = /^\s*gcj-?02\s*[:：]/i;

/**
 * Longitude and latitude as a person writes them: degrees, longitude first, with a comma or space between. WGS-84, unless
 * `gcj02:` stands before them, as for positions read off a Chinese map.
 */
export function readPosition(written: string): Position | PositionFault {
  const parts = written
    .replace(system, '')
    .trim()
    .split(/\s*[,，]\s*|\s+/);
  const [longitude, latitude] = parts.map(Number);
  if (parts.length !== 2 || !parts.every((one) => number.test(one))) return 'malformed';
  if (longitude === undefined || latitude === undefined) return 'malformed';
  const position = { longitude, latitude };
  if (isNowhere(position)) return 'nowhere';
  if (looksSwapped(position)) return 'swapped';
  if (!isOnEarth(position)) return 'off_earth';
  return isGcj02(written) ? wgs84Of(position) : position;
}

/** The same for a place of the station's own, which lies in or near China. */
export function readNearPosition(written: string): Position | PositionFault | 'far' {
  const position = readPosition(written);
  return typeof position === 'string' || isNearChina(position) ? position : 'far';
}

export function isGcj02(written: string): boolean {
  return system.test(written);
}

/** The same written the other way round. */
export function turnedRound(written: string): string {
  const [prefix = ''] = system.exec(written) ?? [];
  const parts = written
    .slice(prefix.length)
    .trim()
    .split(/[\s,，]+/);
  return `${prefix.trim()}${parts.toReversed().join(',')}`;
}

/** Whether somebody has written numbers rather than a name. */
export function looksLikePosition(written: string): boolean {
  const text = written.replace(system, '').trim();
  return (
    isGcj02(written) ||
    (/\d/.test(text) && /[,，.]/.test(text) && /^[\d\s.,，+\-°′″'"NSEW东西南北经纬]+$/i.test(text))
  );
}

/** `118.870000,28.940000`: a tenth of a metre, which no recorder reaches. */
export function positionText({ longitude, latitude }: Position): string {
  return `${degreesText(longitude)},${degreesText(latitude)}`;
}

/** Without the sign of a zero, which is no other place. */
function degreesText(degrees: number): string {
  return (Number(degrees.toFixed(6)) + 0).toFixed(6);
}
