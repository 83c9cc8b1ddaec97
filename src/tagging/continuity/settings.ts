import { type Found, foundAt, neighbours, type Recording, type Stretch } from './stretch.ts';
import type { WrittenWith } from './written-with.ts';

/** Recorders that drop frames in the dark are some off; another setting is more. */
const rateShare = 0.15;
const steadyShare = 0.05;
/** So many neighbours of one mind make a habit. */
const fewest = 3;
/** On either side the nearest ones. */
const beside = 3;
/** A person who changes settings stops the recorder for longer. */
const runningMs = 3_000;

/**
 * A recording that was written with other settings than those before and after it, or than those of the same running
 * recording. A change that lasts is none: somebody has changed the recorder's settings.
 * @param believed whether its length is: where not, its frame rate follows from that.
 */
export function settingsDiffer(stretch: Stretch, at: number, believed: boolean): Found | null {
  const recording = stretch[at];
  if (recording === undefined || !isWhole(recording)) return null;
  const { written } = recording;
  const own = believed ? written : { ...written, rate: null };
  const alike = (one: Recording): boolean => one.lane === recording.lane && isWhole(one);
  const before = stretch
    .slice(Math.max(0, at - neighbours), at)
    .filter(alike)
    .slice(-beside);
  const after = stretch
    .slice(at + 1, at + 1 + neighbours)
    .filter(alike)
    .slice(0, beside);
  const around = [...before, ...after].map(({ written }) => written);
  const [last] = before.slice(-1);
  const [next] = after;
  const between = last !== undefined && next !== undefined;
  const running = isRunning(last, recording) || isRunning(recording, next);
  if (around.length < fewest || !(between || running)) return null;
  return wordsDiffer(recording, own, around) ?? writerDiffers(recording, own, around);
}

function wordsDiffer(recording: Recording, own: WrittenWith, around: readonly WrittenWith[]): Found | null {
  const [first] = around;
  if (first === undefined || !around.every(({ words }) => words === first.words)) return null;
  if (own.words === first.words && !rateDiffers(own, around)) return null;
  const shown = ({ words, rate }: WrittenWith): string =>
    rate === null ? words : `${words}; ${Math.round(rate)} fps`;
  const facts = { own: shown(own), others: shown(first), count: around.length };
  return foundAt('settings_differ', recording, 'settings_differ', facts);
}

function rateDiffers(own: WrittenWith, around: readonly WrittenWith[]): boolean {
  const rates = around.flatMap(({ rate }) => rate ?? []);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  if (own.rate === null || rates.length < around.length || high - low > steadyShare * high) return false;
  const far = Math.abs(own.rate - low) > rateShare * low && Math.abs(own.rate - high) > rateShare * high;
  return far && around.every(({ baseRate }) => baseRate !== own.baseRate);
}

function writerDiffers(recording: Recording, own: WrittenWith, around: readonly WrittenWith[]): Found | null {
  const [first] = around;
  const agreed = first?.writer != null && around.every(({ writer }) => writer === first.writer);
  if (!agreed || own.writer === null || own.writer === first.writer) return null;
  const said = `${own.writer || '–'} / ${first.writer || '–'}`;
  return foundAt('settings_differ', recording, 'writer_differs', { count: around.length }, { said });
}

/** One went on where the other ended: no setting was changed in between. */
function isRunning(a: Recording | undefined, b: Recording | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.named !== null && a.named === b.named && a.segment !== null && b.segment !== null) return true;
  if (a.endedMs === null || b.startMs === null || a.doubtful || b.doubtful) return false;
  return Math.abs(b.startMs - a.endedMs) <= runningMs;
}

function isWhole({ kind, facts }: Recording): boolean {
  return kind !== 'still' && facts.fault === null && facts.streams.length > 0;
}
