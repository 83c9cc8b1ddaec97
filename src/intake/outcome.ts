import type { IgnoredReason } from '../dock/recordings.ts';

/** What became of one recording in one docking. */
export type RecordingState = 'stored' | 'secured' | 'alreadyStored' | 'failed' | 'deferred' | 'ignored';

/**
 * Why a recording did not get further. Deferred ones are whole on the recorder and are taken at the next docking;
 * failed ones need a person.
 */
export const leftReasons = {
  card_detached: 'deferred',
  card_stalled: 'deferred',
  cancelled: 'deferred',
  stopped: 'deferred',
  still_changing: 'deferred',
  vault_full: 'deferred',
  vault_unwritable: 'deferred',
  not_uploaded: 'deferred',
  read_error: 'failed',
  file_vanished: 'failed',
  not_a_file: 'failed',
  copy_differs: 'failed',
  object_differs: 'failed',
  unreadable_folder: 'failed',
  too_deep: 'failed',
} as const satisfies Readonly<Record<string, 'failed' | 'deferred'>>;

export type LeftReason = keyof typeof leftReasons;

export interface Left {
  readonly reason: LeftReason;
  readonly offset: number | null;
  readonly errno: string | null;
}

export interface SidecarOutcome {
  readonly path: Buffer;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly objectPath: string | null;
  readonly left: Left | null;
}

export interface RecordingOutcome {
  readonly path: Buffer;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly state: RecordingState;
  readonly evidence: string | null;
  /** Absolute. */
  readonly objectPath: string | null;
  readonly left: Left | null;
  readonly ignored: IgnoredReason | null;
  readonly resumed: boolean;
  readonly sidecars: readonly SidecarOutcome[];
}

/** An outcome with nothing but what the listing knew. */
export function outcomeOf(path: Buffer, bytes: number, state: RecordingState): RecordingOutcome {
  return {
    path,
    bytes,
    state,
    sha256: null,
    evidence: null,
    objectPath: null,
    left: null,
    ignored: null,
    resumed: false,
    sidecars: [],
  };
}

export function left(reason: LeftReason, errno: string | null = null, offset: number | null = null): Left {
  return { reason, errno, offset };
}
