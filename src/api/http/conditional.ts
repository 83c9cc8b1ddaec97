import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The tag of an answer: the same text has the same one, in whatever process. */
export function tagOf(content: string | Buffer): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}

/** RFC 9110: one that the caller has already is not sent again. Returns what is to be sent. */
export function conditional(request: FastifyRequest, reply: FastifyReply, content: string): string {
  const tag = tagOf(content);
  reply.header('etag', tag);
  if (!knowsTag(request.headers['if-none-match'], tag)) return content;
  reply.code(304);
  return '';
}

/** Whether a caller has said to have what bears this tag. */
export function knowsTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const known = header.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes('*') || known.includes(tag);
}
