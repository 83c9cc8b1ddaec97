import type { WorkChange } from '../custody/ledger.ts';

/** What a change of a register takes with it: every recording is looked at again. */
export const tagAnew: WorkChange = {
  sql: `INSERT INTO work_cursor (name, value) VALUES ('tagged', 0) ON CONFLICT DO UPDATE SET value = 0`,
  params: [],
};

/** Something new is known of this recording, its times or what a person says: other tags may follow from it. */
export function tagAgain(evidence: string): WorkChange {
  return {
    sql: `UPDATE work_cursor SET value = min(value, (SELECT rowid - 1 FROM view_evidence WHERE evidence = ?))
          WHERE name = 'tagged'`,
    params: [evidence],
  };
}

/** Its session is judged again: some regulations ask for labels (HY-11). */
export function relabelled(evidence: string): WorkChange {
  return { sql: 'INSERT OR IGNORE INTO work_relabelled (evidence) VALUES (?)', params: [evidence] };
}
