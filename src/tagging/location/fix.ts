import type { Position } from './position.ts';

/** One measured position. */
export interface Fix extends Position {
  /** By the source's own clock; null where it gives none. */
  readonly at: Temporal.Instant | null;
  /** Radius in which the receiver expects to be; null where it does not say. */
  readonly accuracyMeters: number | null;
}

/** What one source holds, before anything of it is believed. */
export interface ReadFixes {
  readonly fixes: readonly Fix[];
  /** Sentences whose check sum is wrong or not there. */
  readonly badSums: number;
  /** Places where a position should stand and none can be read. */
  readonly malformed: number;
  /** False where it breaks off, or holds more than is looked at. */
  readonly whole: boolean;
}

/** What takes in a sidecar's text piece by piece. */
export interface FixReader {
  /** False: nothing of what follows is wanted. */
  write(text: string): boolean;
  end(): ReadFixes;
}

/** Two days at one fix a second; a receiver's ten a second fill it in five hours. */
export const mostFixes = 200_000;

/**
 * Metres of error per unit of dilution of precision (HDOP): what a civil receiver is usually off with the sky open (GPS
 * Standard Positioning Service, user range error). A rule of thumb, as is every accuracy that receivers state.
 */
const metersPerDilution = 5;

/** Receivers write 99.99 for a dilution that they do not know. */
const unknownDilution = 50;

export function accuracyOf(dilution: number): number | null {
  return dilution > 0 && dilution < unknownDilution ? dilution * metersPerDilution : null;
}
