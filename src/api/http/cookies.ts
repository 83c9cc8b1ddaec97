import type { FastifyReply } from 'fastify';
import type { SignInCookie } from '../../access/doors.ts';

/** With TLS, and without it on the loopback. */
const cookieNames = ['__Host-docket', 'docket'] as const;

/**
 * The one name that counts. With TLS it is not the plain one: a neighbour under the same domain, or a page without TLS,
 * can plant that, and have somebody work in another's sign-in.
 */
export function cookieName(secure: boolean): (typeof cookieNames)[number] {
  return secure ? '__Host-docket' : 'docket';
}

export function setSignIn(reply: FastifyReply, cookie: SignInCookie, secure: boolean): void {
  const { name, value, httpOnly, sameSite, path, maxAgeSeconds } = cookie;
  reply.setCookie(secure ? name.secure : name.loopback, value, {
    ...{ httpOnly, sameSite, path, secure, maxAge: maxAgeSeconds },
  });
}

export function clearSignIn(reply: FastifyReply, secure: boolean): void {
  for (const name of cookieNames)
    reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}
