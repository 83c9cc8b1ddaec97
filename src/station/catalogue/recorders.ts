import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from './conditions.ts';
import type { Condition } from './visible.ts';

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
  const all = { after: null, newestFirst: false, limit: Number.MAX_SAFE_INTEGER - 1 };
  return recorderPage(db, all).recorders;
}

export interface RecorderFilter {
  readonly profile?: string | null;
  /** As the register has it. */
  readonly state?: string | null;
  /** An officer's number, as the register has it. */
  readonly holder?: string | null;
  readonly registered?: boolean | null;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
}

/** A page of them. */
export function recorderPage(
  db: Db,
  filter: RecorderFilter,
): { readonly recorders: readonly KnownRecorder[]; readonly next: string | null } {
  const { sql, parameters } = recorderRows(filter);
  const rows = db.prepare<unknown[], KnownRecorder>(sql).all(...parameters);
  const page = pageOf(rows, filter.limit, ({ recorder }) => recorder);
  return { recorders: page.rows, next: page.next };
}

export function recorderRows(filter: RecorderFilter): Condition {
  const { profile = null, state = null, holder = null, registered = null } = filter;
  const { after, newestFirst, limit } = filter;
  const conditions = new Conditions()
    .always('(v.registered IS NOT NULL OR v.first_seen IS NOT NULL)')
    .add(newestFirst ? 'v.recorder < ?' : 'v.recorder > ?', after)
    .add('v.profile = ?', profile)
    .add(`json_extract(r.fields, '$.state') = ?`, state)
    .add(`json_extract(r.fields, '$.holder') = ?`, holder)
    .add('(v.registered IS NOT NULL) = ?', registered === null ? null : Number(registered));
  return {
    sql: `SELECT v.recorder, v.profile, json_extract(r.fields, '$.state') AS state, v.registered,
         coalesce(json_extract(r.fields, '$.holder'), CASE WHEN NOT EXISTS
           (SELECT 1 FROM view_register o WHERE o.register = 'officers' AND o.key = v.holder)
           THEN v.holder END) AS holder,
         v.first_seen AS firstSeen, v.last_seen AS lastSeen
       FROM view_recorder v LEFT JOIN view_register r ON r.register = 'recorders' AND r.key = v.recorder
       ${conditions.where} ORDER BY v.recorder${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}
