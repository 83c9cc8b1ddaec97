import type { None } from './none.ts';
import type { StoredObject } from './recording.ts';

/** What containers say of themselves, and what does not fit together. */
export interface ContinuityKinds {
  /** What a recording's container says of itself. */
  'recording.probed': {
    data: ProbedRecording;
    /** Canonical JSON: the texts that stand in the file. */
    personal: { tags?: string };
  };
  /** Recordings do not fit together, or one does not fit itself (QZ-21-0, ZZ-28). It says what was compared, not why. */
  'finding.made': {
    data: MadeFinding;
    /** A text that stands in the file, or paths on the recorder. */
    personal: { said?: string };
  };
  /** It does not hold any more. `arrived`: what was missing has come in since; `changed`: times or facts have. */
  'finding.withdrawn': { data: { finding: string; because: 'arrived' | 'changed' }; personal: None };
  /** The written statement on an interruption that ZZ-23 asks for; a later one stands in place of an earlier one. */
  'finding.explained': {
    data: { finding: string; when: string };
    personal: { who: string; why: string; signedBy: string; text?: string };
  };
  'finding.attached': { data: { finding: string } & StoredObject; personal: { name?: string } };
  /** A person has looked, and there is nothing in it. */
  'finding.dismissed': { data: { finding: string }; personal: { reason: string } };
}

/**
 * Why ffprobe could not read a file: its index is missing, as after a battery that died; it is none of the formats that
 * recorders write, or damaged; it has more streams than are looked at; or it took too long.
 */
export type ProbeFault = 'no_index' | 'unreadable' | 'too_many_streams' | 'too_slow';

/** Names of containers, codecs and profiles are ffprobe's own. Null: not said. */
export type ProbedRecording = {
  readonly evidence: string;
  readonly fault: ProbeFault | null;
  readonly container: string | null;
  readonly durationMs: number | null;
  readonly startMs: number | null;
  /** Bits a second of the whole file. */
  readonly bitRate: number | null;
  /** As it stands there: UTC by the container's specification, local time by many recorders' habit. */
  readonly created: string | null;
  /** How many there are; with the fault `too_many_streams`, at least. The first ones are listed. */
  readonly streamCount: number;
  readonly streams: readonly ProbedStream[];
};

export type ProbedStream = {
  /** `video`, `audio`, `subtitle`, `data`, `attachment`, `unknown`. */
  readonly kind: string;
  readonly codec: string | null;
  readonly profile: string | null;
  /** The container's four letters for the codec: `avc1`, `hvc1`. */
  readonly tag: string | null;
  readonly pixelFormat: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Clockwise degrees by which a player turns the picture. */
  readonly rotation: number | null;
  /** Frames a second as a ratio, `30000/1001`: on average, and as the stream counts them. */
  readonly frameRate: string | null;
  readonly baseFrameRate: string | null;
  readonly sampleRate: number | null;
  readonly channels: number | null;
  /** Bits a second by the container's own index. */
  readonly bitRate: number | null;
  readonly startMs: number | null;
  readonly durationMs: number | null;
  readonly frames: number | null;
};

/** What does not fit: one rule each in `src/tagging/continuity/`. */
export const findingCodes = [
  'segments_missing',
  'gap',
  'overlap',
  'edited',
  'size_unfit',
  'time_unfit',
  'streams_apart',
  'container_longer',
  'truncated',
  'settings_differ',
  'gone_from_card',
] as const;

export type FindingCode = (typeof findingCodes)[number];

export type FindingState = 'open' | 'explained' | 'dismissed' | 'withdrawn';

export type MadeFinding = {
  readonly finding: string;
  readonly code: FindingCode;
  /** What it is about, so that it is made once. */
  readonly key: string;
  readonly recorder: string;
  /** In which the latest recording that it is about came in. */
  readonly docking: string;
  /** The first recordings that it is about, and how many there are. */
  readonly evidence: readonly string[];
  readonly count: number;
  /** Which wording says it, and the numbers compared. */
  readonly wording: string;
  readonly facts: Readonly<Record<string, string | number>>;
};
