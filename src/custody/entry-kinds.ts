/**
 * The ledger's vocabulary: every kind of entry with the shape of its public `data` and of its `personal` values.
 * Kinds are only ever added. A kind whose shape must change gets a new name (`recording.stored.2`) and the old
 * reader stays, since a ledger of any age must replay.
 *
 * Digests are lower-case hex, sizes bytes, instants RFC 3339 in UTC.
 */
export interface EntryKinds {
  'station.initialised': { data: { code: string; origin: string; publicKey: string }; personal: None };
  /**
   * The station's key is lost, and this one signs from here on. Nobody could sign this with the lost one: it stands on
   * the word of whoever did it.
   */
  'station.rekeyed': { data: { publicKey: string; previous: string }; personal: None };
  'station.started': { data: { version: string }; personal: None };
  /**
   * The station had its data back. Entries `from` to `to` (without it) came from the vault: of what lay beside them
   * (names, paths, free text) nothing is left.
   */
  'station.restored': {
    data: {
      source: 'backup' | 'vault';
      /** SHA-256 of the backup's file; null where there was none. */
      backup: string | null;
      from: number;
      to: number;
      /** How many such values are gone. */
      lostValues: number;
      /** Originals in the vault that no entry names any more. */
      unknownOriginals: number;
    };
    personal: None;
  };
  'station.stopped': { data: Record<string, never>; personal: None };

  /** The number painted on the dock for a place on the bus. */
  'port.named': { data: { path: string; port: string }; personal: None };
  /** Something that is no recorder was plugged in: a keyboard, a network adapter. Nothing of it was used. */
  'device.ignored': {
    data: {
      path: string;
      usbId: string;
      serial: string | null;
      product: string | null;
      kind: string;
      classes: readonly string[];
    };
    personal: None;
  };

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
  /** Everything that was on the card has its outcome; the recorder may be taken. */
  'docking.completed': { data: DockingSummary; personal: None };
  'docking.ended': { data: { because: DockingEnd }; personal: None };

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

  /** When a recording began and ended: what each source claims, and what was believed. */
  'recording.timed': { data: TimedRecording; personal: None };
  /** Where a recording was made: what each source says, and the track that is believed. */
  'recording.located': {
    data: LocatedRecording;
    /** `track`: canonical JSON, a list of `[longitude, latitude, milliseconds since start, fixes]` in 1e-7 degrees WGS-84. */
    personal: { readonly track?: string };
  };
  /** What a recording's container says of itself. */
  'recording.probed': {
    data: ProbedRecording;
    /** Canonical JSON: the texts that stand in the file. */
    personal: { tags?: string };
  };
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

  /** Recordings of one course of enforcement; each leaves the session that it was in. */
  'session.formed': {
    data: { session: string; recorder: string; evidence: readonly string[]; because: SessionCause };
    personal: None;
  };
  /** Its last recording has gone into another session. */
  'session.emptied': { data: { session: string; into: string }; personal: None };
  /** When the officer returned to the unit. What a person says stands before the roster. */
  'session.returned': {
    data: { session: string; returned: string; source: 'person' | 'roster' };
    personal: { note?: string };
  };
  /** The roster says no return any more: the one that it gave counts no longer. */
  'session.return_taken_back': { data: { session: string }; personal: None };
  'policy.adopted': {
    /** `content` is canonical JSON: the regulation with the unit's readings. It judges what begins from now on. */
    data: { policy: string; digest: string; content: string };
    personal: None;
  };
  /** The working days by which verdicts are counted have changed: everything is judged again. */
  'calendar.adopted': { data: { digest: string; years: readonly number[] }; personal: None };
  'calendar.imported': {
    data: {
      sha256: string;
      years: readonly number[];
      restDays: readonly string[];
      workDays: readonly string[];
    };
    personal: { file: string };
  };
  'verdict.given': { data: GivenVerdict; personal: None };
  'justification.submitted': {
    data: { justification: string; session: string; category: JustificationCategory };
    personal: { text: string };
  };
  'justification.decided': {
    data: { justification: string; session: string; decision: 'approved' | 'rejected' | 'withdrawn' };
    personal: { note?: string };
  };
  'attachment.stored': {
    data: { justification: string } & StoredObject;
    personal: { name: string };
  };

  /** What one source says of one field of an item, in place of what it said before. */
  'evidence.tagged': {
    data: { evidence: string; field: string; source: string };
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
  'finding.attached': { data: { finding: string } & StoredObject; personal: { name: string } };
  /** A person has looked, and there is nothing in it. */
  'finding.dismissed': { data: { finding: string }; personal: { reason: string } };

  'evidence.exported': { data: { sha256: string; bytes: number }; personal: { destination: string } };
  'ledger.exported': { data: { size: number }; personal: { destination: string } };

  /** A backup of ledger, key and configuration stands in its folder, read back and opened. */
  'backup.made': {
    data: {
      file: string;
      /** As of when it holds the station. */
      made: string;
      /** How many entries are in it, and the root over them. */
      entries: number;
      root: string;
      bytes: number;
      sha256: string;
      /** The public key that it is encrypted to. */
      recipient: string;
    };
    personal: { folder: string };
  };
  /** Older backups beyond those to be kept, after a newer one was proved. */
  'backup.removed': { data: { files: readonly string[] }; personal: None };

  'alarm.raised': {
    data: {
      alarm: string;
      code: string;
      /** While an alarm with this key is not closed, no second one is raised. */
      key: string;
      severity: 'notice' | 'warning' | 'critical';
    };
    /** What the alarm's text needs, as canonical JSON: it may hold names from a card. */
    personal: { params: string };
  };
  /** Somebody has seen to it. Written while an alarm knew no further life: it is closed with it. */
  'alarm.acknowledged': { data: { alarm: string }; personal: { note?: string } };
  /** Somebody has seen it; what it speaks of is still so. */
  'alarm.acknowledged.2': { data: { alarm: string }; personal: { note?: string } };
  /** What was done about it. */
  'alarm.handled': { data: { alarm: string }; personal: { text: string } };
  'alarm.closed': { data: { alarm: string; because: AlarmEnd }; personal: { note?: string } };
}

type None = Readonly<Record<string, never>>;
export type EntryType = keyof EntryKinds;

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

/** `cause_gone`: the station has seen that what the alarm spoke of is not so any more. */
export type AlarmEnd = 'person' | 'cause_gone';

/** Where a recording's start was read. `file` is the file's own time, which the recorder writes at the end. */
export const startSources = ['name', 'container', 'sidecar', 'file'] as const;
export type StartSource = (typeof startSources)[number];

/** `newest_file`: a file lies in the future; `reset`: a start before such recorders existed. */
export type ClockSource = 'newest_file' | 'reset';

export type TimedRecording = {
  readonly evidence: string;
  /** When its recorder was docked. */
  readonly docked: string;
  /** Every source that says when it began, by the recorder's own clock. */
  readonly claims: readonly { readonly source: StartSource; readonly start: string }[];
  /** What was believed, the clock's offset taken away. */
  readonly start: string | null;
  readonly startSource: StartSource | null;
  /** Probed; null where the file does not tell. */
  readonly durationMs: number | null;
  readonly ended: string | null;
  readonly endSource: 'duration' | 'file' | null;
  /** Seconds by which a person says the clock was ahead; 0 where nobody has. */
  readonly offsetSeconds: number;
  /** The recorder's clock is not to be trusted. */
  readonly doubtful: boolean;
};

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

/** `segments`, `roster`, `gap`: by rule; `split`, `joined`: a person said so. */
export type SessionCause = 'segments' | 'roster' | 'gap' | 'split' | 'joined';

export const justificationCategories = ['fault', 'distance', 'continuous_duty', 'network', 'other'] as const;
export type JustificationCategory = (typeof justificationCategories)[number];
export type JustificationState = 'none' | 'submitted' | 'approved' | 'rejected';

/** One rule's judgement of one session, with all that a person needs to follow the count. */
export type GivenVerdict = {
  readonly session: string;
  /** The rule's place in its regulation, from 0. */
  readonly rule: number;
  readonly policy: string;
  /** SHA-256 of the adopted content. */
  readonly digest: string;
  readonly clause: string;
  readonly verdict: string;
  readonly justification: JustificationState;
  readonly doubtful: boolean;
  readonly provisional: boolean;
  /** The verdict would be better had storing followed at once: the delay is not the officer's. */
  readonly bySystem: boolean;
  readonly assumptions: readonly string[];
  readonly start: string | null;
  readonly due: string | null;
  readonly countedDays: readonly string[];
  readonly lastDue: string | null;
  readonly lastCountedDays: readonly string[];
  readonly ended: string | null;
  readonly returned: string | null;
  readonly docked: string | null;
  readonly secured: string | null;
  /** In the store that counts. */
  readonly stored: string | null;
  /** When time alone changes it. */
  readonly next: string | null;
};
