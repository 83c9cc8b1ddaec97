import type { None } from './none.ts';
import type { CardPath } from './recording.ts';

/** What was taken from recorders after it was stored, and how full they are. */
export interface ErasingKinds {
  /**
   * What may go from a docked recorder, as it was shown; `list` is the digest by which it is confirmed. A long list comes
   * in parts; `files` is canonical JSON of path, size, time, digest and evidence item.
   */
  'erasing.proposed': {
    data: {
      docking: string;
      recorder: string;
      list: string;
      count: number;
      bytes: number;
      part: number;
      parts: number;
    };
    personal: { files: string };
  };
  /** A person has seen this very list and orders that it goes. */
  'erasing.confirmed': { data: { docking: string; recorder: string; list: string }; personal: None };
  'erasing.begun': {
    data: {
      erasing: string;
      docking: string;
      recorder: string;
      list: string;
      files: number;
      bytes: number;
      /** Whose order it is: a person has confirmed the list, or the configuration lets it go by itself. */
      source: 'confirmed' | 'policy';
    };
    personal: None;
  };
  /** Re-hashed on the card and in the vault, equal, and about to be removed: whether it went stands in a later entry. */
  'erasing.going': { data: GoingFile; personal: CardPath };
  /** It was removed and the card has been told to keep that. */
  'erasing.gone': { data: { erasing: string; file: number; evidence: string }; personal: None };
  /** It was on the list and stays on the card. */
  'erasing.kept': {
    data: GoingFile & { reason: string; errno: string | null };
    personal: CardPath;
  };
  /** `unknown`: files of which nobody could say, when it ended, whether they had gone. */
  'erasing.finished': {
    data: {
      erasing: string;
      docking: string;
      because: ErasingEnd;
      gone: number;
      kept: number;
      unknown: number;
    };
    personal: None;
  };
  /** The recorder's next docking has shown what became of such a file. */
  'erasing.settled': {
    data: {
      erasing: string;
      docking: string;
      file: number;
      evidence: string;
      because: 'gone' | 'still_there';
    };
    personal: None;
  };
  /** How much room a recorder's card has, as its file system says while it is docked. */
  'recorder.space': {
    data: {
      recorder: string;
      docking: string;
      bytes: number;
      freeBytes: number;
      /** Of recordings that the officer has marked important: the recorder locks them and writes over none. */
      lockedBytes: number;
    };
    personal: None;
  };
}

export type GoingFile = {
  readonly erasing: string;
  readonly docking: string;
  readonly recorder: string;
  /** Place in the list, from 0. */
  readonly file: number;
  readonly evidence: string;
  readonly sidecar: boolean;
  readonly bytes: number;
  readonly modified: string;
  readonly sha256: string;
};

/** `not_writable`: the card could not be opened for writing; `station_down`: nobody was there to end it. */
export type ErasingEnd =
  | 'done'
  | 'pulled'
  | 'card_stalled'
  | 'cancelled'
  | 'station_stopped'
  | 'not_writable'
  | 'station_down';
