import type { Seam } from './seams.ts';
import { type Allowances, type Found, instantText, middle, near } from './stretch.ts';

/** A recorder that keeps the seconds before its key was pressed shows it at most of its seams. */
const habitual = 2;
const habitualShare = 0.5;
const habitTimes = 1.5;
const slackMs = 5_000;

/** Two recordings of one recorder at the same time, beyond the seconds that it records ahead. */
export function overlaps(seams: readonly Seam[], { gapMs, overlapMs }: Allowances): readonly Found[] {
  return seams.flatMap((seam, at) => {
    const over = -seam.gapMs;
    if (!seam.comparable || over <= overlapMs + seam.after.grainMs) return [];
    const others = near(seams, at).filter(({ comparable }) => comparable);
    const ahead = others.map((one) => -one.gapMs).filter((one) => one > gapMs);
    const isHabit = ahead.length >= habitual && ahead.length >= habitualShare * others.length;
    if (isHabit && over <= habitTimes * (middle(ahead) ?? 0) + slackMs) return [];
    return [overlapFound(seam, over)];
  });
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
