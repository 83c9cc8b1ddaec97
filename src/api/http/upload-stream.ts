import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../error.ts';

/**
 * The body of a request as it comes. Its length is told before: whoever is cut off is known by it, and room is made sure
 * of. Errors: `api.request_malformed`, `api.body_too_large`.
 */
export function uploadStream({ body, headers }: FastifyRequest, most: number) {
  const bytes = Number(headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(bytes) || bytes < 1)
    throw new ApiError(
      'api.request_malformed',
      { found: `Content-Length ${headers['content-length'] ?? '–'}` },
      { field: 'Content-Length' },
    );
  if (bytes > most) throw new ApiError('api.body_too_large', { most }, { field: 'body' });
  const content = body instanceof Readable ? body : Readable.from([]);
  return { bytes, content };
}
