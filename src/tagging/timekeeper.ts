import type { Statement } from 'better-sqlite3';
import { type Alarms, machine } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { EntryDraft } from '../custody/entry.ts';
import { byteTextOf, lastPart, stemAndExtension } from '../dock/card-name.ts';
import type { DeviceProfile } from '../dock/profile.ts';
import {
  type BytesRoom,
  type KnownSidecar,
  lookAtBytes,
  sidecarBytes,
  sidecarsSql,
} from './evidence-bytes.ts';
import { type LaterSegment, laterSegmentStart } from './later-segment.ts';
import { nmeaHead, nmeaStart } from './nmea-start.ts';
import { ProbeBook } from './probe-book.ts';
import { probeFile } from './probe-file.ts';
import type { Probe } from './read-probe.ts';
import { recordingTimes, usualOrder } from './recording-times.ts';
import { SegmentBook, type TimedSoFar } from './segment-book.ts';

/** What the timekeeper works with. */
export interface TimeRoom extends BytesRoom {
  readonly db: Db;
  readonly profiles: readonly DeviceProfile[];
  readonly alarms: Alarms;
  /** Of the station: for recorders whose clock's zone is not known. */
  readonly zone: string;
  readonly toleranceSeconds: number;
}

/** What one look at a recording has found. */
export interface TimedLook {
  readonly timed: EntryDraft<'recording.timed'>;
  /** Null where its container says what it was known to say. */
  readonly probed: EntryDraft<'recording.probed'> | null;
}

interface ItemRow {
  readonly recording: string;
  readonly recorder: string;
  readonly segment: number | null;
  readonly sha256: string;
  readonly path: string;
  readonly modified: string;
  readonly start: string | null;
  readonly profile: string | null;
  readonly docked: string;
  readonly clockKnown: number;
  readonly offset: number | null;
  readonly corrected: number | null;
}

/** Finds out when recordings began and ended, from everything that says so. */
export class Timekeeper {
  readonly #room: TimeRoom;
  readonly #probes: ProbeBook;
  readonly #segments: SegmentBook;
  readonly #item: Statement<[string], ItemRow>;
  readonly #sidecars: Statement<[string, string], KnownSidecar>;

  constructor(room: TimeRoom) {
    this.#room = room;
    this.#probes = new ProbeBook(room.db);
    this.#segments = new SegmentBook(room.db);
    this.#item = room.db.prepare(
      `SELECT e.recording, e.recorder, e.segment, e.sha256, e.path, e.modified, e.start, d.profile, d.started AS docked,
         c.docking IS NOT NULL AS clockKnown, c.offset_s AS offset, c.corrected
       FROM view_evidence e JOIN view_docking d ON d.docking = e.docking
       LEFT JOIN view_clock c ON c.docking = e.docking WHERE e.evidence = ?`,
    );
    this.#sidecars = room.db.prepare(sidecarsSql);
  }

  /**
   * The entries that say when a recording began and ended, and what its container is; null where that cannot be found out
   * now.
   * @param soFar what was timed in the same batch, and is in no entry yet
   */
  async time(evidence: string, soFar: TimedSoFar): Promise<TimedLook | null> {
    const item = this.#item.get(evidence);
    if (item === undefined) return null;
    const room = this.#room;
    const profile = this.#profileOf(item);
    const zone = profile?.clock.zone;
    const { toleranceSeconds } = room;
    const probe = await this.#probe(item);
    if (probe === null) return null;
    const modified = Temporal.Instant.from(item.modified);
    const still = isStill(profile)(item.path);
    const behind = still ? null : this.#behind(item, { durationMs: probe.durationMs, modified }, soFar);
    const times = recordingTimes(
      {
        ...{ named: item.start, probe, modified, still },
        ...(behind === null ? {} : { behind }),
        sidecar: await this.#satellites(evidence),
      },
      {
        zone: zone === undefined || zone === 'unknown' ? room.zone : zone,
        order: profile?.clock.starts ?? usualOrder,
        corrected: item.corrected,
        suspect: item.clockKnown === 1 && (item.offset === null || Math.abs(item.offset) > toleranceSeconds),
        toleranceSeconds,
      },
    );
    const timed: EntryDraft<'recording.timed'> = {
      type: 'recording.timed',
      actor: machine,
      subject: { kind: 'evidence', id: evidence },
      data: { evidence, docked: item.docked, ...times },
      personal: {},
    };
    return { timed, probed: this.#probes.news(evidence, probe) };
  }

  /** Later segments of the same recording that were timed as if their names told their own start. */
  misplaced(evidence: string): readonly string[] {
    const item = this.#item.get(evidence);
    if (item === undefined || item.start === null || item.segment === null) return [];
    const still = isStill(this.#profileOf(item));
    if (still(item.path)) return [];
    return this.#segments.misplaced({ ...item, named: item.start, segment: item.segment }, still);
  }

  #profileOf({ profile }: ItemRow): DeviceProfile | undefined {
    return this.#room.profiles.find(({ id }) => id === profile);
  }

  /** Null for the first segment, and for what is no segment. */
  #behind(
    item: ItemRow,
    mine: LaterSegment,
    soFar: TimedSoFar,
  ): { readonly start: Temporal.Instant | null } | null {
    const { recorder, start: named, segment } = item;
    if (named === null || segment === null) return null;
    const still = isStill(this.#profileOf(item));
    const before = this.#segments.before({ recorder, named, segment }, soFar, still);
    return before === null ? null : { start: laterSegmentStart(mine, before.first, before.previous) };
  }

  /** Null where its bytes are not there, or where nothing here can probe them: then it is timed later, not wrongly for good. */
  async #probe(item: ItemRow): Promise<Probe | null> {
    const room = this.#room;
    return await lookAtBytes(
      room,
      item,
      async (path) => {
        const probed = await probeFile(path);
        if (probed === null) await room.alarms.raise('ffprobe_missing', 'warning', 'station', {});
        else await room.alarms.settle('ffprobe_missing', 'station');
        return probed;
      },
      (probed) => probed !== null && probed.facts.fault !== null,
    );
  }

  async #satellites(evidence: string): Promise<Temporal.Instant | null> {
    for (const sidecar of this.#sidecars.all(evidence, evidence)) {
      const start = nmeaStart(await this.#head(sidecar));
      if (start !== null) return start;
    }
    return null;
  }

  async #head(sidecar: KnownSidecar): Promise<string> {
    const pieces: Uint8Array[] = [];
    try {
      for await (const piece of sidecarBytes(this.#room, sidecar, nmeaHead)) pieces.push(piece);
    } catch {
      // A sidecar that the vault cannot give back is verify's to find; the recording has its other sources.
    }
    return Buffer.concat(pieces).toString('latin1');
  }
}

function isStill(profile: DeviceProfile | undefined): (path: string) => boolean {
  return (path) => profile?.recordings.image.includes(extensionOf(path)) === true;
}

function extensionOf(path: string): string {
  return stemAndExtension(lastPart(byteTextOf(path))).extension;
}
