import type { Statement } from 'better-sqlite3';
import type { Alarms } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import {
  type BytesRoom,
  type KnownSidecar,
  lookAtBytes,
  sidecarBytes,
  sidecarsSql,
} from '../evidence-bytes.ts';
import { askExiftool, hasExiftool } from './ask-exiftool.ts';
import type { Fix } from './fix.ts';
import { type Located, locatedBy, type SourcedFixes } from './located.ts';
import { type ExifFixes, nothingInside } from './read-exif.ts';
import { mostSidecarBytes, readSidecar } from './read-sidecar.ts';

/** What the finder works with. */
export interface FinderRoom extends BytesRoom {
  readonly db: Db;
  readonly alarms: Alarms;
}

export interface Found {
  /** Null where nothing that could be read says where the recording was made. */
  readonly located: Located | null;
  /** What could not be asked now: its answer may say more, or something else. */
  readonly missing: 'bytes' | 'exiftool' | null;
}

/** Who finds out where a recording was made. */
export interface PositionFinder {
  /** Where `signal` ends it, what it says is not to be believed. */
  find(evidence: string, signal: AbortSignal): Promise<Found>;
  /** Whether it is worth while to look again at what waits for ExifTool. */
  hasExiftool(): Promise<boolean>;
}

interface ItemRow {
  readonly recording: string;
  readonly sha256: string;
}

/** Reads positions out of a recording and its sidecars. */
export class Finder implements PositionFinder {
  readonly #room: FinderRoom;
  readonly #item: Statement<[string], ItemRow>;
  readonly #sidecars: Statement<[string, string], KnownSidecar>;

  constructor(room: FinderRoom) {
    this.#room = room;
    this.#item = room.db.prepare('SELECT recording, sha256 FROM view_evidence WHERE evidence = ?');
    this.#sidecars = room.db.prepare(sidecarsSql);
  }

  hasExiftool(): Promise<boolean> {
    return hasExiftool();
  }

  async find(evidence: string, signal: AbortSignal): Promise<Found> {
    const item = this.#item.get(evidence);
    if (item === undefined) return { located: null, missing: null };
    const beside = await this.#beside(evidence);
    const inside = await this.#inside(item, signal);
    const sources = [...beside.sources, ...(typeof inside === 'string' ? [] : fixesInside(inside))];
    const missing = beside.away ? 'bytes' : typeof inside === 'string' ? inside : null;
    return { located: locatedBy(evidence, sources), missing };
  }

  async #beside(evidence: string): Promise<{ sources: readonly SourcedFixes[]; away: boolean }> {
    const sources: SourcedFixes[] = [];
    let away = false;
    for (const sidecar of this.#sidecars.all(evidence, evidence)) {
      try {
        const read = await readSidecar(sidecarBytes(this.#room, sidecar, mostSidecarBytes));
        if (read !== null) sources.push(read);
      } catch {
        // The vault cannot give it now: its disk is away, or the object is damaged, which is verify's to find.
        away = true;
      }
    }
    return { sources, away };
  }

  async #inside(item: ItemRow, signal: AbortSignal): Promise<ExifFixes | 'bytes' | 'exiftool'> {
    const asked = await lookAtBytes(
      this.#room,
      item,
      async (path) => (await askExiftool(path, signal)) ?? 'exiftool',
      (found) => found === nothingInside,
    );
    const { alarms } = this.#room;
    if (asked === 'exiftool') await alarms.raise('exiftool_missing', 'warning', 'station', {});
    else if (asked !== null) await alarms.settle('exiftool_missing', 'station');
    return asked ?? 'bytes';
  }
}

function fixesInside({ container, embedded }: ExifFixes): readonly SourcedFixes[] {
  const of = (source: SourcedFixes['source'], fixes: readonly Fix[]): SourcedFixes => ({
    ...{ source, fixes, badSums: 0, malformed: 0, whole: true },
  });
  return [of('embedded', embedded), of('container', container === null ? [] : [container])];
}
