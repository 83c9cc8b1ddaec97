import type { Db } from '../../custody/database.ts';
import type { RequestKind } from '../../custody/entry-kinds.ts';
import { AccessError } from '../error.ts';

export const requestStates = ['submitted', 'approved', 'rejected', 'withdrawn', 'expired'] as const;
export type RequestState = (typeof requestStates)[number];

/** A request as it stands. */
export interface StandingRequest {
  readonly request: string;
  readonly kind: RequestKind;
  /** Who will watch, copy or give out. */
  readonly for: string;
  readonly submitter: string;
  /** Null where it was erased. */
  readonly why: string | null;
  readonly recipient: string | null;
  readonly until: string;
  readonly emergency: boolean;
  readonly items: number;
  readonly state: RequestState;
  readonly submitted: string;
  readonly decider: string | null;
  readonly decided: string | null;
  readonly note: string | null;
}

export type RequestRow = Omit<StandingRequest, 'emergency' | 'for'> & {
  readonly emergency: number;
  readonly beneficiary: string;
};

/** Requests as the catalogue has them. */
export class RequestBook {
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db) {
    this.#sql = statements(db);
  }

  /** Error: `access.request_unknown`. */
  named(request: string): StandingRequest {
    const row = this.#sql.one.get(request);
    if (row === undefined)
      throw new AccessError('access.request_unknown', { found: request }, { field: 'REQUEST' });
    return standingRequest(row);
  }

  evidenceOf(request: string): readonly string[] {
    return this.#sql.evidence.all(request);
  }

  /** Requests for one recording that this account could act on, newest first. */
  running(evidence: string, account: string): readonly StandingRequest[] {
    return this.#sql.running.all(evidence, account).map(standingRequest);
  }

  /** Requests whose time is over and nobody has said so. One for an emergency still waits for its decision. */
  over(now: Temporal.Instant, limit: number): readonly string[] {
    return this.#sql.over.all(now.toString(), limit);
  }

  /** Emergencies that nobody has approved, from one on. */
  unapproved(after: string, limit: number): readonly StandingRequest[] {
    return this.#sql.unapproved.all(after, limit).map(standingRequest);
  }
}

export function standingRequest({ beneficiary, emergency, ...row }: RequestRow): StandingRequest {
  return { ...row, for: beneficiary, emergency: emergency === 1 };
}

function statements(db: Db) {
  return {
    one: db.prepare<[string], RequestRow>('SELECT * FROM view_request WHERE request = ?'),
    evidence: db
      .prepare<[string], string>(
        'SELECT evidence FROM view_request_evidence WHERE request = ? ORDER BY evidence',
      )
      .pluck(),
    running: db.prepare<[string, string], RequestRow>(
      `SELECT r.* FROM view_request_evidence e JOIN view_request r USING (request)
       WHERE e.evidence = ? AND r.beneficiary = ? AND r.state IN ('submitted', 'approved')
       ORDER BY r.request DESC`,
    ),
    over: db
      .prepare<[string, number], string>(
        `SELECT request FROM view_request WHERE until <= ? AND
           (state = 'approved' OR (state = 'submitted' AND emergency = 0)) ORDER BY request LIMIT ?`,
      )
      .pluck(),
    unapproved: db.prepare<[string, number], RequestRow>(
      `SELECT * FROM view_request WHERE emergency = 1 AND state NOT IN ('approved', 'expired') AND request > ?
       ORDER BY request LIMIT ?`,
    ),
  };
}
