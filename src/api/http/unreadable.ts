import { randomUUID } from 'node:crypto';
import { type Server as HttpServer, maxHeaderSize, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DocketError } from '../../errors.ts';
import type { ApiRoom } from '../api-room.ts';
import { ApiError } from '../error.ts';
import { problemOf, problemType } from '../problem.ts';
import type { Patience } from './patience.ts';

type Speaker = Pick<ApiRoom, 'language'>;

/**
 * Answers what never became a request (RFC 9112 broken, headers too large or too slow) like everything else: with a problem
 * document, in the station's language, since nothing of the caller could be read. The connection ends with it.
 */
export function answerUnreadable(
  room: Speaker,
  error: Error & { readonly code?: string },
  socket: Duplex,
  patience: Patience,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(rawProblem(room, unreadable(error, patience)));
  socket.destroy(error);
}

function unreadable(error: Error & { readonly code?: string }, { headersMs, requestMs }: Patience): ApiError {
  const cause = { cause: error };
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return new ApiError('api.headers_large', { most: maxHeaderSize }, cause);
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ApiError('api.body_too_large', { most: 16_384 }, { ...cause, field: 'body' });
    case 'ERR_HTTP_REQUEST_TIMEOUT': {
      const params = { headersSeconds: headersMs / 1_000, seconds: requestMs / 1_000 };
      return new ApiError('api.request_slow', params, cause);
    }
    default:
      return new ApiError('api.request_malformed', { found: error.code ?? error.name }, cause);
  }
}

/** A whole answer as bytes go: for connections on which there is no request to answer. */
export function rawProblem({ language }: Speaker, error: DocketError): string {
  const problem = problemOf(error, language, { id: randomUUID(), method: 'GET' });
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? 'Error'}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Content-Language: ${language}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'",
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** What Node would answer by itself, without a word of why: other expectations than 100-continue, and tunnels. */
export function answerInsteadOfNode(room: Speaker, server: Pick<HttpServer, 'on'>): void {
  server.on('checkExpectation', (request, response) => {
    const found = String(request.headers.expect).slice(0, 100);
    const problem = rawProblem(room, new ApiError('api.expectation', { found }, { field: 'Expect' }));
    response.socket?.end(problem);
  });
  server.on('connect', ({ url = '' }, socket) => {
    const params = { method: 'CONNECT', path: url.slice(0, 200) };
    socket.end(rawProblem(room, new ApiError('api.route_unknown', params)));
  });
}
