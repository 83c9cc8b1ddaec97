import { type Allowances, middle, near, type Recording } from './stretch.ts';
import type { Span } from './timeline.ts';

/** Where one recording of a recorder ends and the next one begins. */
export interface Seam {
  readonly before: Span;
  readonly after: Span;
  /** Below zero where they overlap. */
  readonly gapMs: number;
  /** One clock, and times that are known: only then is a difference one. */
  readonly comparable: boolean;
  /** Both are of one course of enforcement: nothing may be missing in between. */
  readonly oneCourse: boolean;
}

/** What a recorder does at seams, by its others nearby. */
export interface Habit {
  /** Between two segments of one recording. */
  readonly seamMs: number;
  /** How long a segment is when the recorder itself begins the next one; null where that is not seen. */
  readonly fullMs: number | null;
  /** How many of the other recordings were ended by hand and followed by a pause. */
  readonly pauses: number;
}

const joinedMs = 30_000;
const fewestSeams = 2;
const fullMs = 3_000;
const fullShare = 0.02;
const fullMost = 0.6;

/**
 * The seams of a time line: each recording with the one that lasted longest before it. One of unknown length may have
 * lasted until the next of its lane begins: up to there nothing has a seam.
 */
export function seamsOf(spans: readonly Span[]): readonly Seam[] {
  const seams: Seam[] = [];
  let before: Span | null = null;
  let endless: Span | null = null;
  for (const after of spans) {
    if (endless !== null && endless.recording.lane !== after.recording.lane) continue;
    if (endless === null && before?.endMs != null) seams.push(seamOf(before, after, before.endMs));
    endless = after.endMs === null ? after : null;
    if ((before?.endMs ?? 0) <= (after.endMs ?? Number.POSITIVE_INFINITY)) before = after;
  }
  return seams;
}

/** The seams between neighbours of one lane: two files of a lane are never recorded at the same time. */
export function laneSeams(spans: readonly Span[]): readonly Seam[] {
  return [...Map.groupBy(spans, ({ recording }) => recording.lane).values()].flatMap((lane) =>
    lane.slice(1).flatMap((after, at) => {
      const before = lane[at];
      return before?.endMs == null ? [] : [seamOf(before, after, before.endMs)];
    }),
  );
}

function seamOf(before: Span, after: Span, endMs: number): Seam {
  const { session } = before.recording;
  return {
    ...{ before, after, gapMs: after.startMs - endMs, comparable: isComparable(before, after) },
    oneCourse: session !== null && session === after.recording.session,
  };
}

function isComparable(before: Span, after: Span): boolean {
  const [a, b] = [before.recording, after.recording];
  const sameSource = a.startSource === b.startSource;
  // The station may set the clock when a recorder is docked, and while it is docked it records nothing.
  const docked = Math.min(a.dockedMs, b.dockedMs);
  const sameClock = a.docking === b.docking || Math.max(before.startMs, after.startMs) < docked;
  return before.sure && after.sure && sameSource && sameClock;
}

export function habitAt(seams: readonly Seam[], at: number, { gapMs }: Allowances): Habit {
  const others = near(seams, at).filter(({ comparable, oneCourse }) => comparable && oneCourse);
  const joined = others.filter((one) => Math.abs(one.gapMs) <= joinedMs);
  const usual = joined.length < fewestSeams ? 0 : Math.max(0, middle(joined.map((one) => one.gapMs)) ?? 0);
  const followed = others.filter((one) => Math.abs(one.gapMs) <= gapMs + usual + one.after.grainMs);
  const full = fullLength(followed.flatMap(({ before }) => before.recording.durationMs ?? []));
  const pauses = others.filter(
    (one) => one.gapMs > gapMs + usual + one.after.grainMs && !isFull(one.before.recording, full),
  );
  return { seamMs: usual, fullMs: full, pauses: pauses.length };
}

/** The length of which most segments are that were followed at once; the last one of a recording is shorter. */
function fullLength(lengths: readonly number[]): number | null {
  const usual = middle(lengths);
  if (usual === null) return null;
  const alike = lengths.filter((one) => isAbout(one, usual));
  return alike.length >= fullMost * lengths.length ? usual : null;
}

/** Whether the recorder itself has ended it: then it went on recording. */
export function isFull({ durationMs }: Recording, full: number | null): boolean {
  return full !== null && durationMs !== null && isAbout(durationMs, full);
}

function isAbout(one: number, usual: number): boolean {
  return Math.abs(one - usual) <= Math.max(fullMs, fullShare * usual);
}
