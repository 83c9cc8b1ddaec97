import type { Db } from '../../custody/database.ts';

/** A playback or a download, as its entry says it. */
export interface StandingViewing {
  readonly seq: number;
  readonly evidence: string;
  readonly actor: string;
  readonly request: string | null;
  /** `played`, `original`, `viewing_copy`. */
  readonly what: string;
  /** Seconds from the recording's start; null for a download. */
  readonly from: number | null;
  readonly to: number | null;
  readonly at: string;
}

const columns = 'seq, evidence, actor, request, what, from_s AS "from", to_s AS "to", at';

/** What was seen and taken under a request, oldest first. */
export function viewingsUnder(db: Db, request: string, limit: number): readonly StandingViewing[] {
  return db
    .prepare<[string, number], StandingViewing>(
      `SELECT ${columns} FROM view_viewing WHERE request = ? ORDER BY seq LIMIT ?`,
    )
    .all(request, limit);
}
