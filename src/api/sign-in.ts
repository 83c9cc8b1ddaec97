import type { SignedIn, SignInAnswer } from '../access/doors.ts';
import type { Principal } from '../access/principal.ts';
import { ApiError } from './error.ts';
import { setSignIn } from './http/cookies.ts';
import type { Wire } from './route.ts';

/** What is told of somebody to themselves. */
export function toldOf(principal: Principal, signedIn: SignedIn | null) {
  const { account, name, person, roles, permissions, officer, by, pending } = principal;
  return {
    ...{ account, name, person, roles, permissions: [...permissions].toSorted(), officer, by, pending },
    csrf: signedIn?.csrf ?? null,
    ends: signedIn?.ends.toString() ?? null,
    idles: signedIn?.idles.toString() ?? null,
    idlesIn: signedIn === null ? null : secondsUntil(signedIn.idles),
  };
}

/** A page's own clock may be wrong by hours. */
function secondsUntil(limit: Temporal.Instant): number {
  return Math.max(0, Math.floor(Temporal.Now.instant().until(limit).total('seconds')));
}

/** Lets somebody in with a cookie. Errors: `api.refused`, `api.totp_needed`, `api.locked`. */
export function letIn(answer: SignInAnswer, { request, reply }: Wire) {
  if (answer.let === 'in') {
    setSignIn(reply, answer.cookie, request.protocol === 'https');
    return toldOf(answer.principal, answer);
  }
  switch (answer.because) {
    case 'totp_needed':
      throw new ApiError('api.totp_needed', {}, { field: 'totp' });
    case 'refused':
      throw new ApiError('api.refused', {});
    case 'locked':
      throw new ApiError('api.locked', { seconds: answer.retryAfterSeconds });
  }
}
