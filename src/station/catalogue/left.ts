import type { Db } from '../../custody/database.ts';

/** A recording that a docking left on the recorder. */
export interface LeftRecording {
  readonly path: string;
  readonly pathBase64?: string;
  readonly recorder: string;
  readonly bytes: number;
  readonly state: 'failed' | 'deferred';
  readonly reason: string;
  /** First byte that could not be read, where that is what failed. */
  readonly offset: number | null;
  readonly errno: string | null;
  /** The item that it became since, in this docking or a later one; null while it is still missing. */
  readonly evidenceId: string | null;
}

interface LeftRow {
  readonly path: string;
  readonly path_base64: string | null;
  readonly recorder: string;
  readonly bytes: number;
  readonly state: 'failed' | 'deferred';
  readonly reason: string;
  readonly at_offset: number | null;
  readonly errno: string | null;
  readonly evidence: string | null;
}

const sightings = `LEFT JOIN view_sighting s ON s.recorder = l.recorder AND s.path = l.path
  AND s.path_base64 = coalesce(l.path_base64, '') AND s.bytes = l.bytes`;

/** What one docking could not bring in, in the order in which it was given up. */
export function leftBehind(db: Db, docking: string): readonly LeftRecording[] {
  return db
    .prepare<[string], LeftRow>(
      `SELECT l.path, l.path_base64, l.recorder, l.bytes, l.state, l.reason, l.at_offset, l.errno,
         min(s.evidence) AS evidence
       FROM view_left l ${sightings} WHERE l.docking = ? GROUP BY l.seq ORDER BY l.seq`,
    )
    .all(docking)
    .map(({ path_base64, at_offset, evidence, ...row }) => ({
      ...row,
      ...(path_base64 === null ? {} : { pathBase64: path_base64 }),
      offset: at_offset,
      evidenceId: evidence,
    }));
}

/**
 * How many recordings still wait on recorders: left by the last docking of each and not taken in since. What a
 * recorder had left earlier was looked at again by then.
 */
export function leftCount(db: Db): number {
  return (
    db
      .prepare<[], number>(
        `WITH last AS (SELECT max(rowid) AS place FROM view_docking WHERE recorder IS NOT NULL GROUP BY recorder)
         SELECT count(DISTINCT l.docking || char(0) || l.path || char(0) || coalesce(l.path_base64, ''))
         FROM view_docking d JOIN last ON last.place = d.rowid JOIN view_left l ON l.docking = d.docking ${sightings}
         WHERE s.evidence IS NULL`,
      )
      .pluck()
      .get() ?? 0
  );
}

/** The items that came in with one docking. */
export function broughtBy(db: Db, docking: string): ReadonlySet<string> {
  const items = db.prepare<[string], string>('SELECT evidence FROM view_evidence WHERE docking = ?').pluck();
  return new Set(items.all(docking));
}
