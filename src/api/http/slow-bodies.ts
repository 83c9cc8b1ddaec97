import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Patience } from './patience.ts';
import { answerUnreadable } from './unreadable.ts';

/**
 * Ends a request whose body has not come whole in time. Node itself has one time for all, in which no film comes: it keeps
 * to the time of the headers, and a connection on which nothing moves ends all the same.
 */
export function endSlowBodies(
  app: FastifyInstance,
  room: Parameters<typeof answerUnreadable>[0],
  patience: Patience,
): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    const { socket } = raw;
    // One that was injected has no connection that could be kept.
    const connected = socket instanceof Socket;
    if (raw.complete || !connected || routeOptions.config.streamed === true) return;
    const late = Object.assign(new Error('the body is late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    const timer = setTimeout(() => {
      if (!raw.complete) answerUnreadable(room, late, socket, patience);
    }, patience.requestMs);
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the body is read as it comes, however long it takes. */
    streamed?: boolean;
  }
}
