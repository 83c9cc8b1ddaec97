import type { FastifyInstance } from 'fastify';
import { ApiError } from '../error.ts';

/**
 * Refuses callers who mean another. Somebody else's page whose name was made to lead to this machine (DNS rebinding)
 * would else be let ask, as if it came from here. Error: `api.host_unknown`.
 */
export function requireCalled(app: FastifyInstance, called: (name: string) => boolean): void {
  app.addHook('onRequest', async (request) => {
    const given = request.headers.host ?? '';
    if (!called(nameIn(given))) throw new ApiError('api.host_unknown', { found: given.slice(0, 100) });
  });
}

/** Without its port, and an IPv6 address without its brackets. */
function nameIn(host: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([^:]*))(?::\d*)?$/.exec(host.toLowerCase()) ?? [];
  return bracketed ?? plain ?? '';
}
