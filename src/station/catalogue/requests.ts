import {
  type RequestRow,
  type RequestState,
  type StandingRequest,
  standingRequest,
} from '../../access/requests/request-book.ts';
import type { Db } from '../../custody/database.ts';
import { Conditions, momentOf, pageOf } from './conditions.ts';
import { type Condition, everything, seenRequest, type Visible } from './visible.ts';

export interface RequestFilter {
  readonly state: RequestState | null;
  /** Those of this account or user, who submitted them or will act on them. */
  readonly of: string | null;
  readonly evidence: string | null;
  /** When it was submitted: from, and up to without. */
  readonly since?: string | null;
  readonly until?: string | null;
  /** Goes on after this one, towards older ones. */
  readonly after: string | null;
  readonly limit: number;
  readonly newestFirst?: boolean;
  /** What is left out of it; without it nothing is. One's own is always seen. */
  readonly visible?: Visible;
  readonly account?: string;
}

/** Newest first, unless the other way round is asked for. */
export function requestList(
  db: Db,
  filter: RequestFilter,
): { readonly requests: readonly StandingRequest[]; readonly next: string | null } {
  const { sql, parameters } = requestRows(filter);
  const found = db.prepare<unknown[], RequestRow>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ request }) => request);
  return { requests: rows.map(standingRequest), next };
}

const submitted = { table: 'view_request', key: 'request', moment: 'submitted', tie: 'request' } as const;

export function requestRows(filter: RequestFilter): Condition {
  const { state, of, evidence, after, limit, newestFirst = true } = filter;
  const { visible = everything, account = '', since = null, until = null } = filter;
  const conditions = new Conditions()
    .add(newestFirst ? 'request < ?' : 'request > ?', after)
    .between(submitted, 'request', momentOf(since), momentOf(until))
    .add('state = ?', state)
    .add('(beneficiary = ? OR submitter = ?)', of)
    .add('request IN (SELECT request FROM view_request_evidence WHERE evidence = ?)', evidence)
    .and(seenBy(visible, account));
  return {
    sql: `SELECT * FROM view_request${conditions.where} ORDER BY request${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

/** Whether somebody may see a request: their own, and what concerns recordings that they may see. */
export function maySeeRequest(db: Db, request: string, visible: Visible, account: string): boolean {
  const conditions = new Conditions().add('request = ?', request).and(seenBy(visible, account));
  const sql = `SELECT 1 FROM view_request${conditions.where}`;
  return db.prepare(sql).get(...conditions.parameters) !== undefined;
}

function seenBy(visible: Visible, account: string): Condition | null {
  const seen = seenRequest(visible, 'view_request.request');
  if (seen === null) return null;
  return {
    sql: `(beneficiary = ? OR submitter = ? OR ${seen.sql})`,
    parameters: [account, account, ...seen.parameters],
  };
}
