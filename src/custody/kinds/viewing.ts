import type { None } from './none.ts';

/** What became of viewing copies: derivatives for looking at, never evidence (预览副本). */
export interface ViewingKinds {
  /** A viewing copy was made; committed before anybody can see it. */
  'viewing.made': { data: MadeViewingCopy; personal: None };
  /** None can be made of this original with these settings; `tail`: the last that ffmpeg said. */
  'viewing.failed': { data: FailedViewingCopy; personal: { tail?: string } };
  /** It is deleted; it can be made again. */
  'viewing.removed': { data: RemovedViewingCopy; personal: None };
}

/** What a copy was made of and with. */
type Origin = {
  /** For which evidence item; others with the same bytes share the copy. */
  readonly evidence: string;
  /** SHA-256 of the original. */
  readonly original: string;
  /** Digest of the settings: the same original and settings are not transcoded twice. */
  readonly settings: string;
};

/** How ffmpeg was run. */
type FfmpegFacts = {
  /** ffmpeg's own version; null where it was not run. */
  readonly ffmpeg: string | null;
  /** Of the run that counted; files by their names in the confinement. */
  readonly arguments: readonly string[];
  /** What stood between ffmpeg and the machine: `bubblewrap`, `prlimit`, `nice`, `ionice`. */
  readonly confinement: readonly string[];
  /** How many times it was tried; from the second on with the safer setting. */
  readonly tries: number;
};

/** `remuxed`: the streams are the original's, in another container. */
export type ViewingHow = 'transcoded' | 'remuxed' | 'sound' | 'still';

/**
 * Whether the picture itself says what it is. `burnt_latin`: no font with Chinese characters was there. `laid_over`: the
 * player is to show it. `none`: it should be burnt in, and no font was there.
 */
export type ViewingMark = 'burnt' | 'burnt_latin' | 'laid_over' | 'none';

export type ViewingPicture = {
  /** `poster.jpg`, `storyboard.jpg`, `storyboard.vtt`, `waveform.svg`. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
};

export type MadeViewingCopy = Origin &
  FfmpegFacts & {
    readonly how: ViewingHow;
    /** The copy's own digest and size, and those of its pictures. */
    readonly sha256: string;
    readonly bytes: number;
    /** Its file name; the folder follows from original and settings. */
    readonly name: string;
    readonly pictures: readonly ViewingPicture[];
    readonly mark: ViewingMark;
    /** Null for a still. */
    readonly durationMs: number | null;
    /** As the original's container says it; where the copy is shorter, the rest could not be decoded. */
    readonly originalMs: number | null;
    readonly width: number | null;
    readonly height: number | null;
  };

/** Why no copy can be made. */
export const cannotCodes = [
  /** What the probe found: no index; none of the formats; more streams than are looked at; kept ffprobe busy. */
  'no_index',
  'unreadable',
  'too_many_streams',
  'too_slow',
  /** Neither picture nor sound in it. */
  'nothing_to_show',
  /** More pixels than are decoded. */
  'too_many_pixels',
  /** Longer than any recorder runs. */
  'too_long',
  /** ffmpeg itself gave up, or made nothing that can be played. */
  'ffmpeg_failed',
  'nothing_decoded',
  /** It ran against a bound. */
  'out_of_time',
  'out_of_room',
  'out_of_memory',
  'too_many_errors',
] as const;

export type CannotCode = (typeof cannotCodes)[number];

export type FailedViewingCopy = Origin & FfmpegFacts & { readonly because: CannotCode };

/** `room`: the store was full and it was watched longest ago. `lost`: its file was not there. `disposed`: its original goes. */
export type RemovedBecause = 'room' | 'person' | 'replaced' | 'lost' | 'disposed';

export type RemovedViewingCopy = Origin & {
  readonly sha256: string;
  readonly bytes: number;
  readonly because: RemovedBecause;
};
