import type { WorkChange } from '../custody/ledger.ts';

/**
 * What a change of a register takes with it: every recording is looked at again. Each such change leaves another value below
 * zero: whoever was on the way from the one before does not move on from this one.
 */
export const tagAnew: WorkChange = {
  sql: `INSERT INTO work_cursor (name, value) VALUES ('tagged', -1) ON CONFLICT DO UPDATE SET value = min(value, 0) - 1`,
  params: [],
};

/** Something new is known of this recording, its times or what a person says: other tags may follow from it. */
export function tagAgain(evidence: string): WorkChange {
  return { sql: 'INSERT INTO work_tag_again (evidence) VALUES (?)', params: [evidence] };
}

/** Its session is judged again: some regulations ask for labels (HY-11). */
export function relabelled(evidence: string): WorkChange {
  return { sql: 'INSERT INTO work_relabelled (evidence) VALUES (?)', params: [evidence] };
}
