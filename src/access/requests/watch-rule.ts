import type { RequestKind } from '../../custody/entry-kinds.ts';
import { may, mayAnywhere, type Principal } from '../principal.ts';
import type { EvidenceFacts } from './ownership.ts';
import type { StandingRequest } from './request-book.ts';

/** By what somebody may: a request, or the unit's policy on own recordings. */
export type Right =
  | { readonly allowed: true; readonly request: string | null }
  /** `permission`: their roles have no footage at all. `no_request`: none that is approved and still runs. */
  | { readonly allowed: false; readonly because: 'permission' | 'no_request' };

export interface WatchFacts {
  readonly evidence: EvidenceFacts;
  /** Those for this recording whose `for` is this account. */
  readonly requests: readonly StandingRequest[];
  readonly officersWatchOwn: boolean;
  readonly now: Temporal.Instant;
}

/**
 * Whether footage may be played (ZZ-28, HY-13): with an approved request that still runs, in an emergency with one that is
 * not decided yet, or, where the unit has ordered so, by the officer who made it and only while it is not classified
 * (ZZ-29). Roles without footage watch nothing, whatever was approved. Pure.
 */
export function mayWatch(principal: Principal, facts: WatchFacts): Right {
  if (!mayAnywhere(principal, 'evidence.watch')) return { allowed: false, because: 'permission' };
  const request = runningRequest(facts, ['view', 'copy', 'give_out']);
  if (request !== null) return { allowed: true, request };
  const { evidence, officersWatchOwn } = facts;
  const own = evidence.officer !== null && evidence.officer === principal.officer;
  if (
    officersWatchOwn &&
    own &&
    evidence.classification === 'ordinary' &&
    may(principal, 'evidence.watch', evidence)
  )
    return { allowed: true, request: null };
  return { allowed: false, because: 'no_request' };
}

/** Whether a copy may be taken away; the policy on own recordings is about watching alone. Pure. */
export function mayCopy(principal: Principal, facts: WatchFacts): Right {
  if (!mayAnywhere(principal, 'evidence.copy')) return { allowed: false, because: 'permission' };
  const giving = mayAnywhere(principal, 'evidence.give_out') ? (['give_out'] as const) : [];
  const request = runningRequest(facts, ['copy', ...giving]);
  return request === null ? { allowed: false, because: 'no_request' } : { allowed: true, request };
}

function runningRequest({ requests, now }: WatchFacts, kinds: readonly RequestKind[]): string | null {
  const found = requests.find((one) => kinds.includes(one.kind) && runs(one, now));
  return found?.request ?? null;
}

/** Whether a request opens anything at this moment. Pure. */
export function runs({ state, emergency, until }: StandingRequest, now: Temporal.Instant): boolean {
  if (Temporal.Instant.compare(Temporal.Instant.from(until), now) <= 0) return false;
  return state === 'approved' || (state === 'submitted' && emergency);
}
