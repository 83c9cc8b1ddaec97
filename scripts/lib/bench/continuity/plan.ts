/** How a recorder encodes. */
export interface Settings {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly profile: string;
  readonly audioRate: number;
}

/** A file of a card, as its recorder (or somebody after it) has left it. */
export interface PlannedFile {
  path: string;
  readonly kind: 'video' | 'sound' | 'still';
  /** When it really began, in milliseconds since 1970. */
  readonly startMs: number;
  /** What is really in it. */
  readonly lengthMs: number;
  /** What the container, and what the streams say, where they say something else. */
  containerMs?: number;
  streamsMs?: number;
  /** Where the sound ends before the picture. */
  soundMs?: number;
  readonly bytes: number;
  modifiedMs: number;
  settings: Settings;
  /** Texts in the file beside its handlers. */
  tags: Readonly<Record<string, string>>;
  handlers: readonly string[];
  broken?: 'no_index' | 'cut';
}

export type Kind =
  | 'segments_missing'
  | 'gap'
  | 'overlap'
  | 'edited'
  | 'size_unfit'
  | 'time_unfit'
  | 'streams_apart'
  | 'container_longer'
  | 'truncated'
  | 'settings_differ'
  | 'gone_from_card';

/** A finding that must be made: of this kind, about this file as the last one. */
export interface Expected {
  readonly kind: Kind;
  /** Another kind that says the same as truly: a length that is not so fits neither size nor times. */
  readonly or?: Kind;
  readonly path: string;
}

export interface PlannedDocking {
  readonly atMs: number;
  readonly files: readonly PlannedFile[];
}

export interface PlannedCard {
  readonly recorder: string;
  readonly habit: string;
  readonly dockings: readonly PlannedDocking[];
  readonly expected: readonly Expected[];
}

/** The same numbers for the same seed, on every machine (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, but without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  of<T>(all: readonly T[]): T {
    const found = all[this.whole(0, all.length - 1)];
    if (found === undefined) throw new RangeError('nothing to choose from');
    return found;
  }
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** 08:00 in Shanghai on the n-th day of the plan. */
export function morning(day: number): number {
  return Date.UTC(2026, 2, 1 + day);
}

/** `20260902180118` as the recorder's clock shows it. */
export function stamp(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second', roundingMode: 'floor' })
    .replaceAll(/\D/g, '');
}
