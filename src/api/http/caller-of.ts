import type { FastifyRequest } from 'fastify';
import type { Doors, SignedIn } from '../../access/doors.ts';
import { mayAnywhere, type Principal, reachOf } from '../../access/principal.ts';
import type { Language } from '../../texts/text.ts';
import { type Caller, visibleBy, wholeFor } from '../caller.ts';
import { ApiError } from '../error.ts';
import type { RouteRow } from '../route-table.ts';
import { addressOf } from './address-of.ts';
import { cookieName } from './cookies.ts';

const nobody = {
  principal: null,
  actor: { kind: 'person', id: 'nobody' },
  visible: { all: false, units: [], officer: null },
  whole: true,
} as const;

/**
 * Who asks, and what the route's row lets them. Errors: `api.signed_out`, `api.csrf`, `api.pending`, `api.forbidden`.
 */
export async function callerOf(
  doors: Doors,
  request: FastifyRequest,
  row: RouteRow,
  language: Language,
): Promise<Caller> {
  const common = { language, address: addressOf(request) };
  const { needs, scope } = row;
  if (scope === 'open') return { ...nobody, ...common };
  const principal = await principalOf(doors, request);
  const actor = { kind: 'person', id: principal.account } as const;
  if (needs === null) return { ...nobody, ...common, principal, actor };
  const { pending } = principal;
  if (pending !== null) throw new ApiError('api.pending', { pending });
  const reach = reachOf(principal, needs);
  if (!mayAnywhere(principal, needs) || reach === null || (scope === 'whole' && !reach.all))
    throw new ApiError('api.forbidden', { permission: needs });
  const [visible, whole] = [visibleBy(principal, needs), wholeFor(principal, needs)];
  return { ...common, principal, actor, visible, whole };
}

async function principalOf(doors: Doors, request: FastifyRequest): Promise<Principal> {
  const bearer = bearerOf(request.headers.authorization);
  if (bearer !== null) return present(await doors.token(bearer));
  const signedIn = await signedInBy(doors, request);
  if (changes(request.method) && !doors.csrfMatches(signedIn, csrfOf(request)))
    throw new ApiError('api.csrf', {});
  return signedIn.principal;
}

/** Who holds the cookie of a request. Error: `api.signed_out`. */
export async function signedInBy(doors: Doors, request: FastifyRequest): Promise<SignedIn> {
  const cookie = request.cookies[cookieName(request.protocol === 'https')];
  return present(
    cookie === undefined || cookie.length > 200 ? null : await doors.session(cookie, askedBy(request)),
  );
}

/** Its browser opens the stream of events anew for as long as a page is open, and cannot be told to say so. */
const opensItself = '/api/v1/events';

/**
 * A page that shows what happens asks without anybody being there; it says so, and the sign-in idles on. Whoever says so
 * for nothing shortens their own sign-in, nobody's else.
 */
function askedBy({ headers, routeOptions }: FastifyRequest): 'person' | 'page' {
  return headers['x-docket-by'] === 'page' || routeOptions.url === opensItself ? 'page' : 'person';
}

function present<T>(found: T | null): T {
  if (found === null) throw new ApiError('api.signed_out', {});
  return found;
}

/** A token goes before a cookie: no other site can make a browser send it, so that it needs no token against that. */
function bearerOf(header: string | undefined): string | null {
  return /^Bearer ([\w.~+/=-]{1,500})$/.exec(header ?? '')?.[1] ?? null;
}

function csrfOf({ headers }: FastifyRequest): string {
  const given = headers['x-csrf-token'];
  return typeof given === 'string' ? given.slice(0, 200) : '';
}

function changes(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}
