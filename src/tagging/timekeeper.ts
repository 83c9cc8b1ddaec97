import { randomUUID } from 'node:crypto';
import { access, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Statement } from 'better-sqlite3';
import { type Alarms, machine } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { EntryDraft } from '../custody/entry.ts';
import { byteTextOf, lastPart, stemAndExtension } from '../dock/card-name.ts';
import type { DeviceProfile } from '../dock/profile.ts';
import type { Vault } from '../vault/contract.ts';
import { VaultError } from '../vault/errors.ts';
import { nmeaHead, nmeaStart } from './nmea-start.ts';
import { probeFile } from './probe-file.ts';
import { nothingProbed, type Probe } from './read-probe.ts';
import { recordingTimes, usualOrder } from './recording-times.ts';

/** What the timekeeper works with. */
export interface TimeRoom {
  readonly db: Db;
  readonly vault: Vault;
  readonly staging: string;
  readonly profiles: readonly DeviceProfile[];
  readonly alarms: Alarms;
  /** Of the station: for recorders whose clock's zone is not known. */
  readonly zone: string;
  readonly toleranceSeconds: number;
}

interface ItemRow {
  readonly recording: string;
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
  readonly #item: Statement<[string], ItemRow>;
  readonly #sidecars: Statement<[string, string], { sha256: string; recording: string | null }>;

  constructor(room: TimeRoom) {
    this.#room = room;
    this.#item = room.db.prepare(
      `SELECT e.recording, e.sha256, e.path, e.modified, e.start, d.profile, d.started AS docked,
         c.docking IS NOT NULL AS clockKnown, c.offset_s AS offset, c.corrected
       FROM view_evidence e JOIN view_docking d ON d.docking = e.docking
       LEFT JOIN view_clock c ON c.docking = e.docking WHERE e.evidence = ?`,
    );
    this.#sidecars = room.db.prepare(
      `SELECT sha256, recording FROM (
         SELECT sha256, path, NULL AS recording FROM view_sidecar WHERE evidence = ?
         UNION ALL SELECT sha256, path, recording FROM view_sidecar_waiting WHERE evidence = ?) ORDER BY path`,
    );
  }

  /** The entry that says when a recording began and ended; null where that cannot be found out now. */
  async time(evidence: string): Promise<EntryDraft<'recording.timed'> | null> {
    const item = this.#item.get(evidence);
    if (item === undefined) return null;
    const room = this.#room;
    const profile = room.profiles.find(({ id }) => id === item.profile);
    const zone = profile?.clock.zone;
    const { toleranceSeconds } = room;
    const probe = await this.#probe(item);
    if (probe === null) return null;
    const times = recordingTimes(
      {
        named: item.start,
        probe,
        sidecar: await this.#satellites(evidence),
        modified: Temporal.Instant.from(item.modified),
        still: profile?.recordings.image.includes(extensionOf(item.path)) === true,
      },
      {
        zone: zone === undefined || zone === 'unknown' ? room.zone : zone,
        order: profile?.clock.starts ?? usualOrder,
        corrected: item.corrected,
        suspect: item.clockKnown === 1 && (item.offset === null || Math.abs(item.offset) > toleranceSeconds),
        toleranceSeconds,
      },
    );
    return {
      type: 'recording.timed',
      actor: machine,
      subject: { kind: 'evidence', id: evidence },
      data: { evidence, docked: item.docked, ...times },
      personal: {},
    };
  }

  /**
   * It moves from staging into the vault at any moment: then it is looked for in the other place. Null where it is in
   * neither (the vault's disk is away), or where nothing here can probe it: then it is timed later, not wrongly for good.
   */
  async #probe({ sha256, recording }: ItemRow): Promise<Probe | null> {
    const { vault, staging, alarms } = this.#room;
    for (const path of [vault.locate(sha256).location, join(staging, recording)]) {
      if (!(await isThere(path))) continue;
      const probed = await probeFile(path);
      if (probed === null) await alarms.raise('ffprobe_missing', 'warning', 'station', {});
      else if (probed === nothingProbed && !(await isThere(path))) continue;
      return probed;
    }
    return await this.#probeFetched(sha256);
  }

  /** From a store it is fetched for as long as it is looked at: its end says as much as its beginning. */
  async #probeFetched(sha256: string): Promise<Probe | null> {
    const { vault, staging } = this.#room;
    const fetched = join(staging, `.probe-${randomUUID()}`);
    try {
      await writeFile(fetched, vault.read(sha256), { flag: 'wx', mode: 0o600 });
      return await probeFile(fetched);
    } catch (error) {
      if (error instanceof VaultError) return null;
      throw error;
    } finally {
      await rm(fetched, { force: true });
    }
  }

  async #satellites(evidence: string): Promise<Temporal.Instant | null> {
    for (const { sha256, recording } of this.#sidecars.all(evidence, evidence)) {
      const start = nmeaStart((await this.#stagedHead(recording)) ?? (await this.#head(sha256)));
      if (start !== null) return start;
    }
    return null;
  }

  /** Null where it is staged no more. */
  async #stagedHead(recording: string | null): Promise<string | null> {
    if (recording === null) return null;
    const file = await open(join(this.#room.staging, recording)).catch(() => null);
    if (file === null) return null;
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(nmeaHead), 0, nmeaHead, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async #head(sha256: string): Promise<string> {
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    try {
      for await (const piece of this.#room.vault.read(sha256)) {
        pieces.push(piece);
        bytes += piece.length;
        if (bytes >= nmeaHead) break;
      }
    } catch {
      // A sidecar that the vault cannot give back is verify's to find; the recording has its other sources.
    }
    return Buffer.concat(pieces).subarray(0, nmeaHead).toString('latin1');
  }
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

function extensionOf(path: string): string {
  return stemAndExtension(lastPart(byteTextOf(path))).extension;
}
