import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DocketError } from '../../errors.ts';
import type { ApiRoom } from '../api-room.ts';
import { ApiError } from '../error.ts';
import { languageAsked } from '../language.ts';
import { problemOf, problemType } from '../problem.ts';

/** Answers with a problem document. What nobody expected is told in the log, never to the caller. */
export function sendError(
  room: Pick<ApiRoom, 'language' | 'log'>,
  error: FastifyError | DocketError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const language = languageAsked(request.headers['accept-language'], room.language);
  const known = error instanceof DocketError ? error : ofFastify(error, request);
  const problem = problemOf(known, language, request);
  if (problem.status >= 500) {
    const facts = { request: request.id, code: known.code, error: String(error), stack: error.stack ?? '' };
    room.log('request failed', facts);
  }
  if (known.code === 'api.signed_out') reply.header('www-authenticate', 'Bearer realm="docket"');
  const { seconds } = known.params;
  if (problem.status === 429 && seconds !== undefined) reply.header('retry-after', String(seconds));
  return reply
    .code(problem.status)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .type(problemType)
    .send(JSON.stringify(problem));
}

/** What Fastify itself refuses, in the words of this interface. */
function ofFastify(error: FastifyError, request: FastifyRequest): ApiError {
  const cause = { cause: error };
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ApiError(
        'api.body_too_large',
        { most: request.routeOptions.bodyLimit },
        { ...cause, field: 'body' },
      );
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ApiError(
        'api.body_type',
        { allowed: 'application/json', found: String(request.headers['content-type'] ?? '–').slice(0, 100) },
        { ...cause, field: 'Content-Type' },
      );
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ApiError('api.body_malformed', { found: error.code }, { ...cause, field: 'body' });
    default:
  }
  if (typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500)
    return new ApiError('api.request_malformed', { found: error.code ?? String(error.statusCode) }, cause);
  return new ApiError('api.internal', { request: request.id }, cause);
}
