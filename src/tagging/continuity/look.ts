import { edited } from './edited.ts';
import { gaps } from './gaps.ts';
import { overlaps } from './overlaps.ts';
import { laneSeams, type Seam, seamsOf } from './seams.ts';
import {
  chainHoles,
  countedHoles,
  type Hole,
  missingOf,
  type OtherName,
  segmentsMissing,
} from './segments.ts';
import { settingsDiffer } from './settings.ts';
import { sizeUnfit } from './size-unfit.ts';
import { containerLonger, streamsApart } from './streams.ts';
import type { Allowances, Found, Recording, Stretch } from './stretch.ts';
import { timeUnfit } from './time-unfit.ts';
import { timeline } from './timeline.ts';
import { truncated } from './truncated.ts';

/**
 * Everything that does not fit in a stretch of one recorder's recordings. One defect gives one finding: what follows from a
 * length that is not to be believed, or from a segment that is known to be missing, is not told again. Pure.
 * @param others names of recordings that are elsewhere; asked for only where numbers are missing.
 */
export function lookOver(
  stretch: Stretch,
  allowances: Allowances,
  others: () => readonly OtherName[],
): readonly Found[] {
  const alone = stretch.flatMap((_, at) => lengthUnfit(stretch, at) ?? []);
  const unsound = new Set(alone.flatMap(({ evidence }) => evidence));
  const told = stretch.flatMap((one, at) => writtenOtherwise(stretch, at, !unsound.has(one.evidence)));
  const spans = timeline(stretch, unsound);
  const seams = seamsOf(spans);
  const holes = [...chainHoles(stretch), ...countedHoles(stretch, seams, allowances)];
  const explained = new Set(seams.filter((seam) => holes.some((hole) => isAt(hole, seam))));
  return [
    ...alone,
    ...told,
    ...holes.flatMap((hole) => missingOf(hole, others)).map(segmentsMissing),
    ...gaps(seams, explained, allowances, others),
    ...overlaps(laneSeams(spans), allowances),
  ];
}

/** Why a recording's length is not to be believed, if it is not. */
function lengthUnfit(stretch: Stretch, at: number): Found | null {
  const recording = stretch[at];
  if (recording === undefined) return null;
  return (
    truncated(recording) ?? containerLonger(recording) ?? sizeUnfit(stretch, at) ?? timeUnfit(stretch, at)
  );
}

function writtenOtherwise(stretch: Stretch, at: number, believed: boolean): readonly Found[] {
  const mark = edited(stretch, at);
  const differ = settingsDiffer(stretch, at, believed);
  // The mark of a program says already that another writer's name stands in the file.
  const again = mark !== null && differ?.wording === 'writer_differs';
  return [streamsApart(stretch, at), mark, again ? null : differ].filter((one) => one !== null);
}

function isAt({ before, after }: Hole, seam: Seam): boolean {
  const ends: readonly Recording[] = [seam.before.recording, seam.after.recording];
  return ends.includes(after) && (before === null || ends.includes(before) || seam.after.recording === after);
}
