import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { methodsOf } from './allowed.ts';
import type { ApiRoom } from './api-room.ts';
import type { Caller } from './caller.ts';
import { ApiError } from './error.ts';
import { callerOf } from './http/caller-of.ts';
import { conditional } from './http/conditional.ts';
import { FileAnswer } from './http/file-answer.ts';
import { FootageAnswer, sendFootage } from './http/footage-answer.ts';
import { languageAsked } from './language.ts';
import { maskedAnswer } from './masking/masked-answer.ts';
import type { AnyRoute, Asked, RouteShapes, Thing } from './route.ts';
import { type RouteRow, rowOf } from './route-table.ts';

/** What a route without filters lets in. */
const nothing = Type.Object({}, { additionalProperties: false });

/** Adds a route to the app, guarded by its row. @param fewer whether it may have a limit of its own */
export function addRoute(app: FastifyInstance, room: ApiRoom, one: AnyRoute, fewer: boolean): void {
  const { method, path, shapes, perMinute, upload } = one;
  const row = rowOf(`${method} ${path}`);
  if (row === null) throw new Error(`the route ${method} ${path} has no row in the table of routes`);
  const streamed = upload?.streamed === true;
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.route({
    method: [...methodsOf(one)],
    url: path,
    schema: {
      ...(shapes.params === undefined ? {} : { params: shapes.params }),
      querystring: shapes.query ?? nothing,
      ...(shapes.body === undefined ? {} : { body: shapes.body }),
    },
    config: {
      ...(perMinute === undefined || !fewer ? {} : { rateLimit: { max: perMinute, timeWindow: 60_000 } }),
      ...(streamed ? { streamed } : {}),
    },
    ...(upload === undefined ? {} : { bodyLimit: upload.mostBytes }),
    // Before a body is read: strangers' bodies are not.
    onRequest: async (request, reply) => {
      // What is left of a body that is refused is not waited for.
      if (streamed) reply.header('connection', 'close');
      const language = languageAsked(request.headers['accept-language'], room.language);
      callers.set(request, await callerOf(room.doors, request, row, language));
    },
    handler: async (request, reply) => {
      const caller = callers.get(request);
      if (caller === undefined) throw new ApiError('api.signed_out', {});
      return await answered(room, one, row, { caller, request, reply });
    },
  });
}

interface Call {
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answered(room: ApiRoom, one: AnyRoute, row: RouteRow, { caller, request, reply }: Call) {
  const { params, query, body } = request;
  // Checked by the route's shapes before the handler was called.
  const asked = { params, query, body, caller } as Asked<RouteShapes>;
  if (one.about !== null && row.scope === 'item') await requireSeen(room, caller, one.about(asked));
  reply.header('cache-control', 'private, no-cache').header('content-language', caller.language);
  if (request.method === 'HEAD' && one.head !== null) {
    one.head(room, asked);
    return reply.type(one.files?.[0] ?? 'application/json').send('');
  }
  const value = await one.handle(room, asked, { request, reply });
  if (reply.sent) return reply;
  if (value instanceof FileAnswer) return file(reply, value);
  if (value instanceof FootageAnswer) return sendFootage(request, reply, value);
  if (value === undefined) return reply.code(204).send();
  const content = JSON.stringify(caller.whole || one.impersonal === true ? value : maskedAnswer(value));
  reply.type('application/json; charset=utf-8');
  return reply.send(one.method === 'GET' ? conditional(request, reply, content) : content);
}

async function requireSeen(room: ApiRoom, { visible }: Caller, things: readonly Thing[]): Promise<void> {
  if (visible.all) return;
  const hidden = await room.reader.read('hidden', { visible, things });
  if (hidden !== null)
    throw new ApiError('api.row_gone', { kind: hidden.kind, found: hidden.id }, { field: hidden.kind });
}

function file(reply: FastifyReply, { name, type, content, disposition }: FileAnswer): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `${disposition}; filename="${name.replace(/[^\w.-]/g, '_')}"`)
    .send(content);
}
