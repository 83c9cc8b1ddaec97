import type { Seam } from './seams.ts';
import { type Allowances, type Found, foundAt, instantText, middle, near } from './stretch.ts';
import type { Span } from './timeline.ts';

/** A recorder that keeps the seconds before its key was pressed shows it at most of its seams. */
const habitual = 2;
const habitualShare = 0.5;
const habitTimes = 1.5;
const slackMs = 5_000;

/** So much of an overlap must be what a file was closed too early for its length. */
const closedShare = 0.8;

/**
 * Two recordings of one recorder at the same time, beyond the seconds that it records ahead. Where the first one's file was
 * closed before the other began, it is its length that does not fit.
 */
export function overlaps(seams: readonly Seam[], { gapMs, overlapMs }: Allowances): readonly Found[] {
  return seams.flatMap((seam, at) => {
    const over = -seam.gapMs;
    if (!seam.comparable || over <= overlapMs + seam.after.grainMs) return [];
    const others = near(seams, at).filter(({ comparable }) => comparable);
    const ahead = others.map((one) => -one.gapMs).filter((one) => one > gapMs);
    const isHabit = ahead.length >= habitual && ahead.length >= habitualShare * others.length;
    if (isHabit && over <= habitTimes * (middle(ahead) ?? 0) + slackMs) return [];
    return [isClosedBefore(seam, over) ? lengthFound(seam, over) : overlapFound(seam, over)];
  });
}

/** By how long after their ends their files were closed: the zone of file times plays no part. */
function isClosedBefore({ before, after }: Seam, over: number): boolean {
  const lag = ({ recording, endMs }: Span): number => recording.modifiedMs - (endMs ?? 0);
  return after.endMs !== null && lag(after) - lag(before) >= closedShare * over;
}

function lengthFound({ before, after }: Seam, beyondMs: number): Found {
  return foundAt(
    'time_unfit',
    before.recording,
    'past_next_start',
    {
      ...{ start: instantText(before.startMs), ended: instantText(before.endMs ?? 0), beyondMs },
      ...{ lengthMs: before.recording.durationMs ?? 0, next: after.recording.evidence },
      nextStart: instantText(after.startMs),
    },
    { key: after.recording.evidence },
  );
}

function overlapFound({ before, after }: Seam, overlapMs: number): Found {
  const [a, b] = [before.recording.evidence, after.recording.evidence];
  const [ended, start] = [instantText(before.endMs ?? 0), instantText(after.startMs)];
  return {
    code: 'overlap',
    key: ['overlap', a, b, overlapMs].join('|'),
    wording: 'overlap',
    evidence: [a, b],
    count: 2,
    facts: { before: a, after: b, ended, start, overlapMs },
  };
}
