import type { Db } from '../../custody/database.ts';

export interface KnownRecorder {
  readonly recorder: string;
  readonly profile: string | null;
  /** The holder's number, or a name where no officer of the register is meant. */
  readonly holder: string | null;
  /** As the register has it; null where it says nothing, or the recorder was docked and never registered. */
  readonly state: string | null;
  /** Null where it was docked and never registered. */
  readonly registered: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/**
 * Every recorder that is registered or was ever docked, by its number. The register says who has it; a name that was given
 * when it was registered stands where the register names nobody.
 */
export function knownRecorders(db: Db): readonly KnownRecorder[] {
  return db
    .prepare<[], KnownRecorder>(
      `SELECT v.recorder, v.profile, json_extract(r.fields, '$.state') AS state, v.registered,
         coalesce(json_extract(r.fields, '$.holder'), CASE WHEN NOT EXISTS
           (SELECT 1 FROM view_register o WHERE o.register = 'officers' AND o.key = v.holder)
           THEN v.holder END) AS holder,
         v.first_seen AS firstSeen, v.last_seen AS lastSeen
       FROM view_recorder v LEFT JOIN view_register r ON r.register = 'recorders' AND r.key = v.recorder
       WHERE v.registered IS NOT NULL OR v.first_seen IS NOT NULL ORDER BY v.recorder`,
    )
    .all();
}
