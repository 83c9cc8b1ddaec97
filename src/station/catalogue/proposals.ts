import { type Proposal, proposalAsOf } from '../../access/accounts/proposals.ts';
import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from './conditions.ts';
import type { ListPage } from './list-page.ts';
import type { Condition } from './visible.ts';

export interface ProposalFilter extends ListPage {
  readonly openOnly: boolean;
  readonly kind?: string | null;
  readonly proposer?: string | null;
}

/** What is or was proposed, by its number. One whose time is over is `expired`, whoever looks. */
export function proposalList(
  db: Db,
  filter: ProposalFilter,
  now: Temporal.Instant,
): { readonly proposals: readonly Proposal[]; readonly next: string | null } {
  const { sql, parameters } = proposalRows(filter, now);
  const found = db.prepare<unknown[], Proposal>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ proposal }) => proposal);
  return { proposals: rows.map((one) => proposalAsOf(one, now)), next };
}

export function proposalRows(filter: ProposalFilter, now: Temporal.Instant): Condition {
  const { openOnly, kind = null, proposer = null, after, limit, descending } = filter;
  const conditions = new Conditions()
    .add(descending ? 'proposal < ?' : 'proposal > ?', after)
    .add('kind = ?', kind)
    .add('proposer = ?', proposer);
  if (openOnly) conditions.always(`state = 'proposed'`).add('until > ?', now.toString());
  return {
    sql: `SELECT * FROM view_proposal${conditions.where} ORDER BY proposal${descending ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}
