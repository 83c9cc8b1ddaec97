import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visible } from '../../station/catalogue/visible.ts';
import type { EventHub, LiveEvent } from './event-hub.ts';

/** A sign-in may end while somebody watches: the stream ends by itself after this, and the browser asks again. */
const longestMs = 300_000;

/** Turns a call into a stream of events (HTML standard, server-sent events) until either side ends it. */
export function openStream(
  hub: EventHub,
  sees: ReadonlyMap<LiveEvent['event'], Visible>,
  request: FastifyRequest,
  reply: FastifyReply,
  who: 'known' | 'stranger' = 'known',
): void {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 2000\n\n');
  const leave = hub.add({
    sees,
    stranger: who === 'stranger',
    send: (text) => raw.write(text),
    waiting: () => raw.writableLength,
    drop: () => raw.destroy(),
  });
  const over = setTimeout(() => raw.end(), longestMs);
  over.unref();
  const end = (): void => {
    clearTimeout(over);
    leave();
  };
  raw.once('close', end);
  request.raw.once('error', end);
}
