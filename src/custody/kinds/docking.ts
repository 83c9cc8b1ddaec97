import type { None } from './none.ts';

/** Who was docked, how it came, and how it ended. */
export interface DockingKinds {
  'recorder.registered': {
    data: { recorder: string; profile: string | null };
    personal: { holder?: string };
  };
  'docking.started': { data: { port: string; readOnly: boolean | null }; personal: { root: string } };
  /** Which device the bus showed at the port, with its volumes and what is known of their health. */
  'docking.device': { data: DockedDeviceFacts; personal: None };
  'docking.identified': {
    data: {
      profile: string;
      /** Device number, USB serial, or `folder:` and the real path where nothing else is known. */
      recorder: string;
      assigned: boolean;
      claims: readonly { readonly source: string; readonly value: string }[];
    };
    personal: None;
  };
  /**
   * Somebody has brought a card or files in by another way than the dock: a broken recorder's card in a reader, a camera, an
   * export of surveillance. Committed before anything of it is read. Officers and recorder as the registers know them.
   */
  'docking.handed_in': {
    data: {
      way: HandedInWay;
      officer: string | null;
      secondOfficer: string | null;
      /** Whose it is by that person's word; null where the card itself is to say so. */
      recorder: string | null;
    };
    personal: { by: string; cause: string; seal?: string; second?: string };
  };
  /** What the card's marker file says beside the number of its recorder; each a list, since it may contradict itself. */
  'docking.marked': {
    data: {
      officers: readonly string[];
      units: readonly string[];
      /** False where the card's marks disagree on whose card it is: then the marker may be another one's. */
      certain: boolean;
    };
    /** Canonical JSON: lists of names. */
    personal: { officerNames?: string; unitNames?: string };
  };
  'docking.refused': { data: { reason: string }; personal: None };
  'docking.listed': {
    data: { recordings: number; bytes: number; ignored: Readonly<Record<string, number>> };
    personal: None;
  };
  /** What is no recording and stayed on the card; `files` is canonical JSON of path, size and reason. */
  'files.ignored': { data: { docking: string; count: number }; personal: { files: string } };
  'docking.paused': { data: Record<string, never>; personal: None };
  'docking.resumed': { data: Record<string, never>; personal: None };
  /** Somebody wants it taken in before every other recorder. */
  'docking.prioritised': { data: Record<string, never>; personal: None };
  /** Everything that was on the card has its outcome; the recorder may be taken. */
  'docking.completed': { data: DockingSummary; personal: None };
  'docking.ended': { data: { because: DockingEnd }; personal: None };
  /** How far a recorder's clock was off at a docking, as far as the card tells. */
  'docking.clock': {
    data: {
      docking: string;
      recorder: string;
      /** Seconds that it was ahead, at least; null where it cannot be told (it had been reset). */
      offsetSeconds: number | null;
      source: ClockSource;
    };
    personal: None;
  };
  /** A person has compared the clocks. */
  'docking.clock_corrected': {
    data: { docking: string; recorder: string; offsetSeconds: number };
    personal: { note?: string };
  };
}

/** What the USB bus said of a docked recorder: where it is plugged, what it is, how well it is. */
export type DockedDeviceFacts = {
  /** Bus and ports, `1-4.2`. */
  readonly path: string;
  readonly usbId: string;
  readonly serial: string | null;
  readonly product: string | null;
  readonly manufacturer: string | null;
  /** Negotiated speed. */
  readonly megabitsPerSecond: number | null;
  /** Whether it could be faster: a USB 3 recorder on a USB 2 link. */
  readonly slowLink: boolean;
  readonly volumes: readonly {
    /** Unit and partition, `0-1`. */
    readonly name: string;
    readonly filesystem: string | null;
    readonly bytes: number;
    /** Null where nobody could say. */
    readonly freeBytes: number | null;
    readonly writeProtected: boolean;
  }[];
};

export type DockingSummary = {
  readonly stored: number;
  readonly secured: number;
  readonly alreadyStored: number;
  readonly failed: number;
  readonly deferred: number;
  readonly ignored: number;
  /** Bytes read from the card for what was stored in this docking. */
  readonly bytes: number;
};

/** `taken`: all done before; `detached`: pulled in the middle; `interrupted`: the station went down. */
export type DockingEnd = 'taken' | 'detached' | 'cancelled' | 'refused' | 'interrupted' | 'stopped';

/** By which other way than the dock something came in. */
export const handedInWays = ['reader', 'camera', 'surveillance', 'other'] as const;

export type HandedInWay = (typeof handedInWays)[number];

/** `newest_file`: a file lies in the future; `reset`: a start before such recorders existed. */
export type ClockSource = 'newest_file' | 'reset';
