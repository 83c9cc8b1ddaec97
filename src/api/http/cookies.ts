import type { FastifyReply } from 'fastify';
import type { SignInCookie } from '../../access/doors.ts';

/** With TLS, and without it on the loopback. */
export const cookieNames = ['__Host-docket', 'docket'] as const;

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
