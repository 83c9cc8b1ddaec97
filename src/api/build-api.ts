import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { DocketError } from '../errors.ts';
import { addRoute } from './add-route.ts';
import { methodsByPath } from './allowed.ts';
import type { ApiRoom } from './api-room.ts';
import { ApiError } from './error.ts';
import { requireCalled } from './http/called.ts';
import { Crowd, type CrowdBounds, usualCrowd } from './http/crowd.ts';
import { serveDocs } from './http/docs.ts';
import { bareHeaders, guardRails } from './http/guard-rails.ts';
import { type Patience, usualPatience } from './http/patience.ts';
import { leaveStreams, readBodies } from './http/read-bodies.ts';
import { sendError } from './http/send-error.ts';
import { endSlowBodies } from './http/slow-bodies.ts';
import { answerInsteadOfNode, answerUnreadable, rawProblem } from './http/unreadable.ts';
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
  /** How long callers may take, and how many may be connected; left out: as usual. */
  readonly patience?: Patience;
  readonly crowd?: CrowdBounds;
}

export const mostBodyBytes = 1_048_576;

/** The whole interface, listening nowhere yet. Throws where a route has no row in the table, or a row no route. */
export async function buildApi(room: ApiRoom, options: ApiOptions): Promise<FastifyInstance> {
  const { patience = usualPatience, tls } = options;
  const server = serverOptions(patience);
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy: typeof options.trustProxy === 'boolean' ? options.trustProxy : [...options.trustProxy],
    bodyLimit: mostBodyBytes,
    connectionTimeout: patience.idleMs,
    keepAliveTimeout: patience.betweenMs,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 16_384, caseSensitive: true },
    frameworkErrors: (error, request, reply) => sendError(room, error, request, reply.headers(bareHeaders)),
    clientErrorHandler: (error, socket) => answerUnreadable(room, error, socket, patience),
    ...(tls === null ? { http: server } : { https: { ...server, ...tls, ...tlsOptions } }),
  });
  answerInsteadOfNode(room, app.server);
  watchCrowd(room, app, options);
  app.removeAllContentTypeParsers();
  readBodies(app);
  app.setErrorHandler<FastifyError | DocketError>((error, request, reply) =>
    sendError(room, error, request, reply),
  );
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.httpVersionMajor === 1 && raw.httpVersionMinor > 0 && raw.headers.host === undefined)
      throw new ApiError('api.request_malformed', { found: 'Host –' }, { field: 'Host' });
  });
  endSlowBodies(app, room, patience);
  await guardRails(app, options.perMinute, options.tls !== null);
  if (options.called !== undefined) requireCalled(app, options.called);
  const routes = allRoutes();
  const methodsOf = methodsByPath(routes);
  app.setNotFoundHandler((request, reply) => notFound(room, methodsOf, request, reply));
  app.addHook('onResponse', async (request, reply) => {
    room.metrics.answered(`${request.method} ${request.routeOptions.url ?? '–'}`, reply.statusCode);
  });
  app.addHook('onClose', () => room.tray.close());
  requireEveryRow(routes);
  for (const one of routes) {
    if (one.upload?.streamed === true)
      app.register((inner, _options, done) => {
        leaveStreams(inner, one.upload?.types ?? []);
        addRoute(inner, room, one, options.fewerWhereAsked);
        done();
      });
    else addRoute(app, room, one, options.fewerWhereAsked);
  }
  await serveDocs(app, describeApi(routes, room.version));
  await app.ready();
  return app;
}

/** What Node itself is told; bodies have a time of their own. A missing `Host` it would refuse without a word; a hook refuses it with a problem. */
function serverOptions({ headersMs, lookMs }: Patience) {
  return {
    headersTimeout: headersMs,
    requestTimeout: 0,
    connectionsCheckingInterval: lookMs,
    requireHostHeader: false,
  };
}

function watchCrowd(room: ApiRoom, { server }: FastifyInstance, options: ApiOptions): void {
  const { trustProxy, tls, crowd = usualCrowd } = options;
  const bounds = trustProxy === false ? crowd : { ...crowd, mostOfOne: null };
  const { mostOfOne } = bounds;
  new Crowd(bounds, (socket) => {
    // Before a handshake nothing can be said.
    if (tls === null && mostOfOne !== null)
      socket.write(rawProblem(room, new ApiError('api.connections', { most: mostOfOne })));
    socket.destroySoon();
  }).watch(server);
}

function notFound(
  room: ApiRoom,
  methodsOf: (path: string) => readonly string[],
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const path = request.url.split('?', 1)[0] ?? '';
  const { method } = request;
  const allowed = methodsOf(path).join(', ');
  if (allowed === '')
    return sendError(room, new ApiError('api.route_unknown', { method, path }), request, reply);
  reply.header('allow', allowed);
  return sendError(room, new ApiError('api.method_wrong', { method, path, allowed }), request, reply);
}

/** Said loudly at the start, where somebody is there to hear it. */
function requireEveryRow(routes: readonly AnyRoute[]): void {
  const keys = routes.map(({ method, path }) => `${method} ${path}`);
  const bare = keys.find((key) => rowOf(key) === null);
  if (bare !== undefined) throw new Error(`the route ${bare} has no row in the table of routes`);
  const idle = Object.keys(routeTable).find((key) => !keys.includes(key));
  if (idle !== undefined) throw new Error(`the row ${idle} in the table of routes has no route`);
}
