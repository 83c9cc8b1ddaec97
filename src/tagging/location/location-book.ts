import type { Statement } from 'better-sqlite3';
import type { Db } from '../../custody/database.ts';
import type { LocatedRecording } from '../../custody/entry-kinds.ts';
import { type TrackPoint, trackPoints } from './track.ts';

/** Where a recording was made, as the catalogue has it. */
export interface StandingLocation {
  readonly data: LocatedRecording;
  /** None where no position is believed, or where they were erased. */
  readonly points: readonly TrackPoint[];
}

export class LocationBook {
  readonly #one: Statement<[string], { said: string; track: string | null }>;

  constructor(db: Db) {
    this.#one = db.prepare('SELECT said, track FROM view_location WHERE evidence = ?');
  }

  /** Null where nothing was found, or nobody has looked. */
  location(evidence: string): StandingLocation | null {
    const row = this.#one.get(evidence);
    if (row === undefined) return null;
    // The projector wrote both.
    const data = JSON.parse(row.said) as LocatedRecording;
    const start = data.start === null ? null : Temporal.Instant.from(data.start);
    return { data, points: row.track === null ? [] : trackPoints(row.track, start) };
  }

  /** The points alone: times cost the most of reading a track. */
  untimed(evidence: string): readonly TrackPoint[] {
    const track = this.#one.get(evidence)?.track ?? null;
    return track === null ? [] : trackPoints(track, null);
  }

  /** The entry's two parts as the ledger keeps them, to compare with. */
  said(evidence: string): { readonly said: string; readonly track: string | null } | null {
    return this.#one.get(evidence) ?? null;
  }
}
