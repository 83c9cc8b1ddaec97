import type { Seam } from './seams.ts';
import { type Allowances, type Found, near, type Recording, type Stretch } from './stretch.ts';

/** A name that is not among the recordings: of a file that was left on the recorder, or of equal bytes elsewhere. */
export interface OtherName {
  readonly named: string | null;
  readonly segment: number | null;
}

/** Numbers that no recording bears, between two that do. */
export interface Hole {
  readonly from: number;
  readonly to: number;
  /** Null where the first ones are missing. */
  readonly before: Recording | null;
  readonly after: Recording;
}

/** Irregular steps must be few beside those of one. */
const irregularShare = 1 / 3;
const roomShare = 0.5;
/** Of a card with two files: so many may be missing behind the first segment. */
const fewFromFirst = 3;

/**
 * Segments of one recording that share its start in their names: numbers that are missing before and between them. A card
 * may name any number: a hole is a range, however wide.
 */
export function chainHoles(stretch: Stretch): readonly Hole[] {
  return [...chainsOf(stretch).values()].flatMap((chain) => {
    const numbers = chain.toSorted((a, b) => (a.segment ?? 0) - (b.segment ?? 0));
    return numbers.flatMap((after, at) => {
      const before = numbers[at - 1] ?? null;
      return before === null && isOldest(stretch, after) ? [] : holeBetween(before, after);
    });
  });
}

/** The oldest recording of a card may have lost its beginning to a loop, or been taken in elsewhere. */
function isOldest(stretch: Stretch, { docking, startMs }: Recording): boolean {
  return !stretch.some((one) => one.docking === docking && (one.startMs ?? 0) < (startMs ?? 0));
}

/** What is left of a hole when some of its segments are known to be elsewhere. @param others asked for where it is needed. */
export function missingOf(hole: Hole, others: () => readonly OtherName[]): readonly Hole[] {
  const { before, after } = hole;
  return without(hole, namedBetween(others(), before ?? after, after));
}

/** Those that began between two recordings, or with them, by their names. */
export function namedBetween(
  others: readonly OtherName[],
  before: Recording,
  after: Recording,
): readonly OtherName[] {
  const [from, to] = [before.named, after.named];
  if (from === null || to === null) return [];
  return others.filter(({ named }) => named !== null && from <= named && named <= to);
}

/** Recordings of moving pictures or sound that begin in the same second are segments of one; stills may be many. */
export function chainsOf(stretch: Stretch): ReadonlyMap<string, readonly Recording[]> {
  const chains = new Map<string, Recording[]>();
  for (const one of stretch) {
    if (one.named === null || one.segment === null || one.kind === 'still') continue;
    const chain = chains.get(one.named) ?? [];
    if (!chain.some(({ segment }) => segment === one.segment)) chain.push(one);
    chains.set(one.named, chain);
  }
  return new Map([...chains].filter(([, chain]) => chain.length > 1));
}

/**
 * Recorders that give each segment a start of its own and count them: a number that is skipped, where there is time for
 * what bore it. Where they count otherwise (one number for photographs too, several files of one number) nothing is said.
 */
export function countedHoles(
  stretch: Stretch,
  seams: readonly Seam[],
  { gapMs }: Allowances,
): readonly Hole[] {
  const chained = new Set([...chainsOf(stretch).values()].flat());
  const counted = stretch.filter((one) => one.segment !== null && one.startMs !== null && !chained.has(one));
  const steps = counted
    .slice(1)
    .map((after, at) => ({ before: counted[at] ?? null, after, step: stepTo(counted, at + 1) }));
  const roomy = seams.filter((one) => one.comparable && one.oneCourse && one.gapMs > roomMs(one, gapMs));
  const roomBefore = new Set(roomy.map(({ after }) => after.recording));
  return steps.flatMap(({ before, after, step }, at) => {
    if (step <= 1 || !roomBefore.has(after)) return [];
    const around = near(steps, at).map((one) => one.step);
    if (!isCounting(around) && !isFromFirst(before, step, around)) return [];
    const beside = near(counted, at + 1).filter((one) => isBeside(one, before, after));
    return holeBetween(before, after).flatMap((hole) => without(hole, beside));
  });
}

/** Numbers are given when a key is pressed: a photograph's may come before that of what it was taken in. */
function isBeside({ startMs }: Recording, before: Recording | null, after: Recording): boolean {
  if (startMs === null || before?.startMs == null || after.startMs === null) return false;
  return startMs >= before.startMs && startMs <= (after.endedMs ?? after.startMs);
}

/** Beside short segments a short time is room enough for another one. */
function roomMs({ before }: Seam, gapMs: number): number {
  return Math.min(gapMs, roomShare * (before.recording.durationMs ?? gapMs));
}

function stepTo(counted: readonly Recording[], at: number): number {
  return (counted[at]?.segment ?? 0) - (counted[at - 1]?.segment ?? 0);
}

/** A recorder begins again at each recording, or each day: steps back are no irregular ones. */
function isCounting(steps: readonly number[]): boolean {
  const ones = steps.filter((one) => one === 1).length;
  const irregular = steps.filter((one) => one === 0 || one > 1).length;
  return ones >= 1 && irregular <= irregularShare * ones;
}

/** Nothing shows how it counts, but it has begun with its first segment. */
function isFromFirst(before: Recording | null, step: number, around: readonly number[]): boolean {
  return around.every((one) => one <= 0) && (before?.segment ?? 2) <= 1 && step - 1 <= fewFromFirst;
}

function holeBetween(before: Recording | null, after: Recording): readonly Hole[] {
  // Some count from 0, some from 1.
  const from = before === null ? 1 : (before.segment ?? 0) + 1;
  const to = (after.segment ?? 0) - 1;
  return to < from ? [] : [{ from, to, before, after }];
}

function without(hole: Hole, known: readonly OtherName[]): readonly Hole[] {
  const taken = known
    .flatMap(({ segment }) => segment ?? [])
    .filter((one) => one >= hole.from && one <= hole.to)
    .toSorted((a, b) => a - b);
  const holes: Hole[] = [];
  let from = hole.from;
  for (const one of taken) {
    if (one > from) holes.push({ ...hole, from, to: one - 1 });
    from = Math.max(from, one + 1);
  }
  return from > hole.to ? holes : [...holes, { ...hole, from }];
}

export function segmentsMissing({ from, to, before, after }: Hole): Found {
  const count = to - from + 1;
  const many = count === 1 ? 'segment' : 'segments';
  const where = before === null ? 'first' : 'between';
  return {
    code: 'segments_missing',
    key: ['segments_missing', before?.evidence ?? '', after.evidence, from, to].join('|'),
    wording: `${many}_${where}`,
    evidence: [...(before === null ? [] : [before.evidence]), after.evidence],
    count: before === null ? 1 : 2,
    facts: {
      ...{ from, to, missing: count, after: after.evidence, afterSegment: after.segment ?? 0 },
      ...(before === null ? {} : { before: before.evidence, beforeSegment: before.segment ?? 0 }),
    },
  };
}
