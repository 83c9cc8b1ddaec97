import { type Proposal, proposalAsOf } from '../../access/accounts/proposals.ts';
import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from './conditions.ts';

/** What is or was proposed, newest first. One whose time is over is `expired`, whoever looks. */
export function proposalList(
  db: Db,
  {
    openOnly,
    after,
    limit,
  }: { readonly openOnly: boolean; readonly after: string | null; readonly limit: number },
  now: Temporal.Instant,
): { readonly proposals: readonly Proposal[]; readonly next: string | null } {
  const conditions = new Conditions().add('proposal < ?', after);
  if (openOnly) conditions.always(`state = 'proposed'`).add('until > ?', now.toString());
  const found = db
    .prepare<unknown[], Proposal>(
      `SELECT * FROM view_proposal${conditions.where} ORDER BY proposal DESC LIMIT ?`,
    )
    .all(...conditions.parameters, limit + 1);
  const { rows, next } = pageOf(found, limit, ({ proposal }) => proposal);
  return { proposals: rows.map((one) => proposalAsOf(one, now)), next };
}
