import { habitAt, isFull, type Seam } from './seams.ts';
import { namedBetween, type OtherName } from './segments.ts';
import { type Allowances, type Found, instantText } from './stretch.ts';

/** A recorder that is switched on and off for each matter shows so many other pauses. */
const habitualPauses = 3;
/** After a longer pause something else begins, also within one duty. */
const longestPauseMs = 1_800_000;

/**
 * Time that nobody recorded within one course of enforcement (QZ-21-0, ZZ-23). It is none where the recorder's segments
 * always lie so far apart, where a person habitually switches it off in between, where it was docked, or where the file
 * that lies in between was left on the recorder.
 * @param explained seams at which something else is known to be missing.
 */
export function gaps(
  seams: readonly Seam[],
  explained: ReadonlySet<Seam>,
  allowances: Allowances,
  others: () => readonly OtherName[],
): readonly Found[] {
  const isLeft = ({ before, after }: Seam): boolean =>
    namedBetween(others(), before.recording, after.recording).length > 0;
  return seams.flatMap((seam, at) => {
    if (!seam.comparable || !seam.oneCourse || explained.has(seam)) return [];
    if (seam.gapMs <= allowances.gapMs || seam.gapMs > longestPauseMs) return [];
    const { seamMs, fullMs, pauses } = habitAt(seams, at, allowances);
    const allowedMs = allowances.gapMs + seamMs + seam.after.grainMs;
    if (seam.gapMs <= allowedMs || isLeft(seam)) return [];
    const before = seam.before.recording;
    if (fullMs !== null && isFull(before, fullMs))
      return [gapFound(seam, 'gap_ran_on', { lengthMs: before.durationMs ?? 0, fullMs })];
    if (pauses >= habitualPauses) return [];
    return [gapFound(seam, 'gap_stopped', { allowedMs })];
  });
}

function gapFound(
  { before, after, gapMs }: Seam,
  wording: 'gap_ran_on' | 'gap_stopped',
  more: Readonly<Record<string, number>>,
): Found {
  const [a, b] = [before.recording.evidence, after.recording.evidence];
  const [ended, start] = [instantText(before.endMs ?? 0), instantText(after.startMs)];
  return {
    code: 'gap',
    key: ['gap', a, b, gapMs].join('|'),
    wording,
    evidence: [a, b],
    count: 2,
    facts: { before: a, after: b, ended, start, gapMs, ...more },
  };
}
