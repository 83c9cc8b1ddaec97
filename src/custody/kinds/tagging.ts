import type { None } from './none.ts';

/** Whose, what case, where: tags, registers, positions. */
export interface TaggingKinds {
  /** Where a recording was made: what each source says, and the track that is believed. */
  'recording.located': {
    data: LocatedRecording;
    /** `track`: canonical JSON, a list of `[longitude, latitude, milliseconds since start, fixes]` in 1e-7 degrees WGS-84. */
    personal: { readonly track?: string };
  };
  /** What one source says of one field of an item, in place of what it said before. */
  'evidence.tagged': {
    /** `withdrawn`: the source says nothing any more. It stands in the leaf, since the values themselves may be lost; entries of older versions lack it. */
    data: { evidence: string; field: string; source: string; withdrawn?: true };
    /** Canonical JSON: a list of values, empty where it says nothing any more. */
    personal: { values: string };
  };
  /** A row of a register was entered or changed; its values are personal. Older ones stay in the ledger. */
  'register.entered': {
    data: { register: string; key: string; import: string | null };
    /** The whole row by field name; a field that is not here is empty. */
    personal: Readonly<Record<string, string>>;
  };
  /** A row was taken away; whatever it held stays in the ledger. */
  'register.removed': { data: { register: string; key: string }; personal: { cause: string } };
  /** A file's rows follow, and then `register.imported`: without that one the import was broken off. */
  'register.import_begun': {
    data: { import: string; register: string; sha256: string; rows: number; refused: number };
    personal: { file: string };
  };
  'register.imported': { data: { import: string; register: string; rows: number }; personal: None };
  /** A list of cases and their recordings left the station, and with it the names of parties and officers. */
  'case.ledger_exported': {
    data: {
      of: 'case' | 'party' | 'all';
      /** The case's number or the party's code. */
      key: string | null;
      rows: number;
      recordings: number;
      /** Of the file. */
      bytes: number;
      sha256: string;
    };
    personal: { destination: string };
  };
  /** The track of an item was written into a file: where somebody was has left the station. */
  'track.exported': {
    data: { format: 'gpx' | 'geojson'; sha256: string; bytes: number };
    personal: { destination: string };
  };
}

/** Where positions are read, from the most to the least believed: a course stands before a single point. */
export const positionSources = ['nmea', 'gpx', 'embedded', 'container'] as const;

export type PositionSource = (typeof positionSources)[number];

export type LocatedRecording = {
  readonly evidence: string;
  /** The claim that is believed; null where none has a fix that can be. */
  readonly source: PositionSource | null;
  /** Of the first and the last fix, by the source's own clock; null where it gives none. */
  readonly start: string | null;
  readonly end: string | null;
  /** Fixes that are believed, and those of all sources that are not. */
  readonly fixes: number;
  readonly dropped: number;
  /** Points of the track that were kept, and how far a fix that was left out may lie from the kept one before it. */
  readonly points: number;
  readonly withinMeters: number;
  /** Half of the fixes claim to be at least this exact; null where they claim nothing. */
  readonly accuracyMeters: number | null;
  readonly claims: readonly PositionClaim[];
};

export type PositionClaim = {
  readonly source: PositionSource;
  readonly fixes: number;
  /** By reason: `check_sum`, `malformed`, `nowhere` (0,0), `off_earth`, `jump`. */
  readonly dropped: Readonly<Record<string, number>>;
  /** False where the source breaks off, or holds more than is looked at. */
  readonly whole: boolean;
  /** From its main point to the nearest point of the believed track; null for that one itself. */
  readonly apartMeters: number | null;
};
