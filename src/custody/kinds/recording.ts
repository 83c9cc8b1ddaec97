import type { None } from './none.ts';

/** What became of each recording and its sidecars, from the card into the vault. */
export interface RecordingKinds {
  'recording.secured': { data: SecuredRecording; personal: CardPath };
  'recording.stored': { data: StoredRecording; personal: None };
  'recording.duplicate': {
    data: {
      docking: string;
      recorder: string;
      evidence: string;
      bytes: number;
      modified: string;
    } & ContentDigests;
    personal: CardPath;
  };
  /** Recordings known from an earlier docking by path, size, time and the digests of both ends; up to 1,000 an entry. */
  'recordings.recognised': { data: { docking: string; evidence: readonly string[] }; personal: None };
  'recording.failed': { data: RecordingLeft; personal: CardPath };
  'recording.deferred': { data: RecordingLeft; personal: CardPath };
  'recording.prioritised': { data: { docking: string }; personal: CardPath };
  /** Where originals go up by themselves later: it is staged and verified, as its recording is. */
  'sidecar.secured': { data: SecuredSidecar; personal: CardPath };
  'sidecar.stored': {
    data: { docking: string; evidence: string; modified: string } & StoredObject;
    personal: CardPath;
  };
  'sidecar.failed': { data: RecordingLeft & { evidence: string }; personal: CardPath };
}

/** A path relative to the card's root. Names that are no UTF-8 are also kept byte for byte. */
export type CardPath = { readonly path: string; readonly pathBase64?: string };

export interface ContentDigests {
  readonly sha256: string;
  readonly blake3: string;
  readonly sm3: string | null;
  /** BLAKE3 of the first and of the last MiB, by which the recording is known again at the next docking. */
  readonly headBlake3: string;
  readonly tailBlake3: string;
}

export type SecuredRecording = {
  /** Journal id, which names the staged file until the original is published. */
  readonly recording: string;
  readonly docking: string;
  readonly recorder: string;
  readonly evidence: string;
  readonly bytes: number;
  /** The file's own modification time on the recorder. */
  readonly modified: string;
  /** Read in more than one docking. */
  readonly resumed: boolean;
  readonly named: NamedFacts | null;
} & ContentDigests;

/** What the file's name says; every part null where the name does not say it. */
export type NamedFacts = {
  readonly device: string | null;
  readonly officer: string | null;
  /** Local date and time as written, `2026-09-02T18:01:18`; the name carries no zone. */
  readonly start: string | null;
  readonly segment: number | null;
  readonly important: boolean;
};

export type SecuredSidecar = {
  readonly docking: string;
  readonly evidence: string;
  /** Names the staged copy. */
  readonly recording: string;
  readonly modified: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly blake3: string;
};

export type StoredRecording = {
  readonly recording: string;
  readonly docking: string;
  readonly evidence: string;
} & StoredObject;

/** An original as the vault holds it. */
export type StoredObject = {
  readonly sha256: string;
  readonly blake3: string;
  readonly bytes: number;
  readonly vault: string;
  /** Where the vault keeps it, relative to the vault. */
  readonly object: string;
  readonly retainUntil: string;
  /** Whether the store itself refuses change, beyond read-only mode. */
  readonly immutable: boolean;
  /** `false`: the store took it with its digests, and was not asked for its bytes. Left out: read back and equal. */
  readonly readBack?: false;
};

export type RecordingLeft = {
  readonly docking: string;
  readonly recorder: string;
  readonly bytes: number;
  readonly reason: string;
  /** First byte that could not be read, or was waited for when the card was given up; null where neither is known. */
  readonly offset: number | null;
  readonly errno: string | null;
};
