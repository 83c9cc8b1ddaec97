import type { Db } from '../../custody/database.ts';

export interface KnownRecorder {
  readonly recorder: string;
  readonly profile: string | null;
  readonly holder: string | null;
  /** Null where it was docked and never registered. */
  readonly registered: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/** Every recorder that was registered or ever docked, by its number. */
export function knownRecorders(db: Db): readonly KnownRecorder[] {
  return db
    .prepare<[], KnownRecorder>(
      `SELECT recorder, profile, holder, registered, first_seen AS firstSeen, last_seen AS lastSeen
       FROM view_recorder ORDER BY recorder`,
    )
    .all();
}
