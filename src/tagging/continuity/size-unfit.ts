import { streamsEnd } from './streams.ts';
import { type Found, foundAt, near, type Recording, type Stretch } from './stretch.ts';

/** Rates follow the picture: a wall at night costs a fraction of a crowd in the sun. Only what lies far outside counts. */
const times = 4;
/** With few to compare with, one must lie farther out. */
const few = 6;
const timesOfFew = 6;
/** Of shorter ones the header and what was written ahead say more than the picture. */
const shortestMs = 10_000;
const fewest = 3;
/** Recorders that reserve the room of a whole segment leave files of one size. */
const reservedShare = 0.01;
/** No recorder writes moving pictures or sound for a minute and longer with less. */
const leastBitsPerSecond = 1_000;
const absurdMs = 60_000;

/** The length that a container claims does not fit the size of the file, by the recorder's other recordings. */
export function sizeUnfit(stretch: Stretch, at: number): Found | null {
  const recording = stretch[at];
  if (recording === undefined || recording.kind === 'still') return null;
  const lengthMs = lengthOf(recording);
  if (lengthMs === null || recording.bytes === 0) return null;
  const { bytes } = recording;
  const bitsPerSecond = rate(bytes, lengthMs);
  const like = near(stretch, at).filter((one) => comparable(one, recording));
  if (like.length >= fewest) {
    const rates = like.map((one) => rate(one.bytes, lengthOf(one) ?? shortestMs));
    const [low, high] = [Math.min(...rates), Math.max(...rates)];
    const far = like.length < few ? timesOfFew : times;
    const facts = { bytes, lengthMs, bitsPerSecond, lowBits: low, highBits: high, others: like.length };
    if (lengthMs >= shortestMs && bitsPerSecond < low / far)
      return foundAt('size_unfit', recording, 'rate_low', facts);
    const reserved = like.some((one) => Math.abs(one.bytes - bytes) <= reservedShare * bytes);
    if (rate(bytes, Math.max(lengthMs, shortestMs)) > high * far && !reserved)
      return foundAt('size_unfit', recording, 'rate_high', facts);
  }
  if (lengthMs < absurdMs || bitsPerSecond >= leastBitsPerSecond) return null;
  return foundAt('size_unfit', recording, 'rate_absurd', { bytes, lengthMs, bitsPerSecond });
}

/** What its streams last, or with streams that do not say it, its container. */
function lengthOf({ facts }: Recording): number | null {
  return streamsEnd(facts) ?? facts.durationMs;
}

function rate(bytes: number, lengthMs: number): number {
  return Math.round((bytes * 8_000) / Math.max(1, lengthMs));
}

function comparable(one: Recording, recording: Recording): boolean {
  const lengthMs = lengthOf(one);
  return (
    one.kind === recording.kind &&
    one.lane === recording.lane &&
    one.facts.fault === null &&
    lengthMs !== null &&
    lengthMs >= shortestMs &&
    one.written.words === recording.written.words
  );
}
