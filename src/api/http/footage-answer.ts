import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FootageFile } from '../../station/footage/footage-file.ts';
import { ApiError } from '../error.ts';
import { rangeAsked } from './range.ts';

/** An answer that is footage: sent piece by piece, kept by nobody on the way. */
export class FootageAnswer {
  readonly file: FootageFile;
  readonly disposition: 'inline' | 'attachment';

  constructor(file: FootageFile, disposition: 'inline' | 'attachment') {
    this.file = file;
    this.disposition = disposition;
  }
}

/** Sends it, or the part that is asked for (RFC 9110, 14). Error: `api.range_wrong`. */
export function sendFootage(
  request: FastifyRequest,
  reply: FastifyReply,
  { file, disposition }: FootageAnswer,
): FastifyReply {
  const { name, type, bytes, sha256, part } = file;
  const tag = `"${sha256}"`;
  reply
    .type(type)
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `${disposition}; filename="${name.replace(/[^\w.-]/g, '_')}"`)
    .header('etag', tag);
  if (part === null) return send(request, reply, bytes, () => file.whole());
  reply.header('accept-ranges', 'bytes');
  const { range, 'if-range': ifRange } = request.headers;
  // A part of a copy that was made anew is no part of the one that the player has begun.
  const asked = ifRange === undefined || ifRange === tag ? rangeAsked(range, bytes) : 'all';
  if (asked === 'none') {
    reply.header('content-range', `bytes */${bytes}`);
    throw new ApiError('api.range_wrong', { bytes }, { field: 'Range' });
  }
  if (asked === 'all') return send(request, reply, bytes, () => file.whole());
  const { from, to } = asked;
  reply.code(206).header('content-range', `bytes ${from}-${to}/${bytes}`);
  return send(request, reply, to - from + 1, () => part(from, to));
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  length: number,
  pieces: () => AsyncIterable<Uint8Array>,
): FastifyReply {
  reply.header('content-length', length);
  if (request.method === 'HEAD') return reply.send('');
  return reply.send(Readable.from(pieces(), { objectMode: false }));
}
