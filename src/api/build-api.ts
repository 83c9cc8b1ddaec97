import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { DocketError } from '../errors.ts';
import { addRoute } from './add-route.ts';
import type { ApiRoom } from './api-room.ts';
import { ApiError } from './error.ts';
import { requireCalled } from './http/called.ts';
import { serveDocs } from './http/docs.ts';
import { bareHeaders, guardRails } from './http/guard-rails.ts';
import { readBodies } from './http/read-bodies.ts';
import { sendError } from './http/send-error.ts';
import { describeApi } from './openapi/describe-api.ts';
import type { AnyRoute } from './route.ts';
import { routeTable, rowOf } from './route-table.ts';
import { allRoutes } from './routes.ts';
import { tlsOptions } from './tls/tls-options.ts';

export interface ApiOptions {
  /** Calls a minute from one address. */
  readonly perMinute: number;
  /** Whether routes that ask for fewer get fewer. */
  readonly fewerWhereAsked: boolean;
  /** Whose `X-Forwarded-For` is believed; false: nobody's. */
  readonly trustProxy: boolean | readonly string[];
  /** Certificate and key; null: without TLS. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Whether callers may call the station so (lower case, no port); left out: as they like. */
  readonly called?: (name: string) => boolean;
}

export const mostBodyBytes = 1_048_576;
/** A caller who dribbles has so long for a whole request, and so long between two of them. */
const requestMs = 30_000;
const idleMs = 15_000;
const mostConnections = 512;

/** The whole interface, listening nowhere yet. Throws where a route has no row in the table, or a row no route. */
export async function buildApi(room: ApiRoom, options: ApiOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy: typeof options.trustProxy === 'boolean' ? options.trustProxy : [...options.trustProxy],
    bodyLimit: mostBodyBytes,
    requestTimeout: requestMs,
    connectionTimeout: requestMs,
    keepAliveTimeout: idleMs,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 16_384, caseSensitive: true },
    frameworkErrors: (error, request, reply) => sendError(room, error, request, reply.headers(bareHeaders)),
    ...(options.tls === null ? {} : { https: { ...options.tls, ...tlsOptions } }),
  });
  app.server.maxConnections = mostConnections;
  app.removeAllContentTypeParsers();
  readBodies(app);
  app.setErrorHandler<FastifyError | DocketError>((error, request, reply) =>
    sendError(room, error, request, reply),
  );
  await guardRails(app, options.perMinute, options.tls !== null);
  if (options.called !== undefined) requireCalled(app, options.called);
  app.setNotFoundHandler((request, reply) =>
    sendError(
      room,
      new ApiError('api.route_unknown', { method: request.method, path: request.url.split('?', 1)[0] ?? '' }),
      request,
      reply,
    ),
  );
  app.addHook('onResponse', async (request, reply) => {
    room.metrics.answered(`${request.method} ${request.routeOptions.url ?? '–'}`, reply.statusCode);
  });
  app.addHook('onClose', () => room.tray.close());
  const routes = allRoutes();
  requireEveryRow(routes);
  for (const one of routes) addRoute(app, room, one, options.fewerWhereAsked);
  await serveDocs(app, describeApi(routes, room.version));
  await app.ready();
  return app;
}

/** Said loudly at the start, where somebody is there to hear it. */
function requireEveryRow(routes: readonly AnyRoute[]): void {
  const keys = routes.map(({ method, path }) => `${method} ${path}`);
  const bare = keys.find((key) => rowOf(key) === null);
  if (bare !== undefined) throw new Error(`the route ${bare} has no row in the table of routes`);
  const idle = Object.keys(routeTable).find((key) => !keys.includes(key));
  if (idle !== undefined) throw new Error(`the row ${idle} in the table of routes has no route`);
}
