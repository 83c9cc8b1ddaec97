import type { Bounds } from '../confinement.ts';
import { isCopied, type Making } from './plan.ts';
import { mostVideoKilobits } from './video-encoder.ts';

const gibibyte = 1_073_741_824;
const mebibyte = 1_048_576;
const leastSeconds = 600;
/** A weak PC decodes 4K H.265 at half its speed, and gets what intake leaves it. */
const secondsForEach = 6;
const longestSeconds = 48 * 3_600;

/** How long one run may take and what it may use; `seconds` do not count while it is held up. */
export interface RunBounds extends Bounds {
  readonly seconds: number;
}

/**
 * What an honest original of this length needs, many times over. Where the length is not known, it is taken from the size:
 * recorders write more than a megabit a second.
 */
export function boundsOf(plan: Making, bytes: number, threads: number): RunBounds {
  const known = plan.does === 'still' ? 1 : plan.durationMs === null ? null : plan.durationMs / 1_000;
  const length = known ?? (bytes * 8) / 1_000_000;
  const seconds = Math.min(longestSeconds, Math.ceil(leastSeconds + length * secondsForEach));
  const kilobits = mostVideoKilobits + 200;
  const encoded = Math.ceil((length * kilobits * 1_000) / 8);
  return {
    seconds,
    cpuSeconds: seconds * threads,
    memoryBytes: 4 * gibibyte,
    // A picture that is taken over is as large as it was.
    fileBytes: 64 * mebibyte + Math.max(encoded, isCopied(plan) ? Math.ceil(bytes * 1.1) : 0),
    processes: 128,
  };
}
