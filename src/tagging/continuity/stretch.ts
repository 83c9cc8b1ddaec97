import type { FindingCode, ProbedRecording, StartSource } from '../../custody/entry-kinds.ts';
import type { ProbeTags } from '../read-probe.ts';
import type { Mark } from './programs.ts';
import type { WrittenWith } from './written-with.ts';

/** What continuity asks of one recording. Instants are milliseconds since 1970, the clock's known offset taken away. */
export interface Recording {
  readonly evidence: string;
  readonly docking: string;
  readonly dockedMs: number;
  /** By the ledger's clock, RFC 3339. */
  readonly secured: string;
  /** Null while it is in none, and where each recording is judged by itself. */
  readonly session: string | null;
  readonly kind: 'moving' | 'sound' | 'still';
  /** Recordings that one recorder makes one after the other: a second, smaller copy of each has a lane of its own. */
  readonly lane: string;
  readonly bytes: number;
  /** The file's own time, which recorders write when they close it. */
  readonly modifiedMs: number;
  /** What its name says: the local start, the segment's number. */
  readonly named: string | null;
  readonly segment: number | null;
  readonly startMs: number | null;
  readonly startSource: StartSource | null;
  readonly endedMs: number | null;
  /** Whether the end comes from the probed length. */
  readonly measured: boolean;
  readonly durationMs: number | null;
  readonly doubtful: boolean;
  /** A later segment that bears the start of its whole recording in its name, with nothing of its own that tells when it began. */
  readonly chained: boolean;
  readonly facts: ProbedRecording;
  /** Null where they were erased. */
  readonly tags: ProbeTags | null;
  readonly written: WrittenWith;
  /** Of a program that does not record. */
  readonly mark: Mark | null;
  /** What this model's encoder writes, as patterns for whole texts; null where its profile does not say. */
  readonly marks: readonly string[] | null;
}

/** Recordings of one recorder in the order of their starts; those without a start come last. */
export type Stretch = readonly Recording[];

/** What tells a segment's own start, although its name does not. */
const ownStart: ReadonlySet<StartSource> = new Set(['sidecar', 'container']);

/** Puts recordings into order, and tells the later segments of one recording from its first. */
export function stretchOf(recordings: readonly Recording[]): Stretch {
  const first = new Map<string, number>();
  for (const { named, segment } of recordings)
    if (named !== null && segment !== null) first.set(named, Math.min(segment, first.get(named) ?? segment));
  return recordings
    .map((one) => {
      const { named, segment, startSource } = one;
      const later = named !== null && segment !== null && segment > (first.get(named) ?? segment);
      return { ...one, chained: later && startSource !== null && !ownStart.has(startSource) };
    })
    .toSorted(
      (a, b) =>
        (a.startMs ?? Number.POSITIVE_INFINITY) - (b.startMs ?? Number.POSITIVE_INFINITY) ||
        (a.segment ?? 0) - (b.segment ?? 0) ||
        (a.evidence < b.evidence ? -1 : 1),
    );
}

/** How much of a difference is none, beyond the recorder's own habit. */
export interface Allowances {
  readonly gapMs: number;
  readonly overlapMs: number;
}

/** Something that does not fit, before it is an entry. */
export interface Found {
  readonly code: FindingCode;
  /** By which it is known again: the same for the same facts. */
  readonly key: string;
  readonly wording: string;
  readonly evidence: readonly string[];
  /** Of how many recordings; `evidence` names the first ones. */
  readonly count: number;
  readonly facts: Readonly<Record<string, string | number>>;
  /** A text from the file or from the card. */
  readonly said?: string;
}

/** So many recordings on either side are a recording's neighbours. */
export const neighbours = 20;

/** The neighbours of the one at `at`, without itself. */
export function near<T>(all: readonly T[], at: number): readonly T[] {
  return [...all.slice(Math.max(0, at - neighbours), at), ...all.slice(at + 1, at + 1 + neighbours)];
}

/** Of an even count the lower one of the two in the middle; null of none. */
export function middle(numbers: readonly number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null;
}

export function instantText(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString();
}

/** A finding about one recording. */
export function foundAt(
  code: FindingCode,
  { evidence }: Recording,
  wording: string,
  facts: Found['facts'],
  more: { readonly key?: string; readonly said?: string } = {},
): Found {
  const key = [code, evidence, wording, ...(more.key === undefined ? [] : [more.key])].join('|');
  const said = more.said === undefined ? {} : { said: more.said };
  return { code, key, wording, evidence: [evidence], count: 1, facts, ...said };
}
