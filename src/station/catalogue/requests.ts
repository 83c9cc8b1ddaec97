import {
  type RequestRow,
  type RequestState,
  type StandingRequest,
  standingRequest,
} from '../../access/requests/request-book.ts';
import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from './conditions.ts';

export interface RequestFilter {
  readonly state: RequestState | null;
  /** Those of this account or user, who submitted them or will act on them. */
  readonly of: string | null;
  readonly evidence: string | null;
  /** Goes on after this one, towards older ones. */
  readonly after: string | null;
  readonly limit: number;
}

/** Newest first. */
export function requestList(
  db: Db,
  { state, of, evidence, after, limit }: RequestFilter,
): { readonly requests: readonly StandingRequest[]; readonly next: string | null } {
  const conditions = new Conditions()
    .add('request < ?', after)
    .add('state = ?', state)
    .add('(beneficiary = ? OR submitter = ?)', of)
    .add('request IN (SELECT request FROM view_request_evidence WHERE evidence = ?)', evidence);
  const found = db
    .prepare<unknown[], RequestRow>(
      `SELECT * FROM view_request${conditions.where} ORDER BY request DESC LIMIT ?`,
    )
    .all(...conditions.parameters, limit + 1);
  const { rows, next } = pageOf(found, limit, ({ request }) => request);
  return { requests: rows.map(standingRequest), next };
}
