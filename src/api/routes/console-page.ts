import { randomBytes } from 'node:crypto';
import Type from 'typebox';
import type { ApiRoom } from '../api-room.ts';
import { builtConsole } from '../console/built.ts';
import { filledPage, pagePolicy } from '../console/page.ts';
import { ApiError } from '../error.ts';
import { FileAnswer } from '../http/file-answer.ts';
import { type RouteShapes, route, type Wire } from '../route.ts';
import { closed } from '../schemas/common.ts';

const name = Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z][a-z-]*$' });
const thing = Type.String({ minLength: 1, maxLength: 512 });
/** What a page was looking for is the page's own business. */
const query = Type.Object({}, { additionalProperties: Type.Unknown() });

export const consoleHomeRoute = pageRoute('/', 'consoleHome', { query });
/** The kiosk, which nobody signs in to before it is seen. */
export const consoleDockRoute = pageRoute('/dock', 'consoleDock', { query });
export const consolePageRoute = pageRoute('/console/:page', 'consolePage', {
  params: Type.Object({ page: name }, closed),
  query,
});
export const consoleThingRoute = pageRoute('/console/:page/:thing', 'consoleThing', {
  params: Type.Object({ page: name, thing }, closed),
  query,
});

function pageRoute(path: string, called: string, shapes: RouteShapes) {
  return route({
    method: 'GET',
    path,
    name: called,
    tag: 'console',
    says: 'The console’s page; which of its screens it shows stands in its address',
    shapes,
    answer: null,
    files: ['text/html'],
    handle: async (room, _asked, wire) => page(room, wire),
  });
}

/** Error: `api.console_missing`. */
function page({ station, zone, language }: ApiRoom, { reply }: Wire): FileAnswer {
  const built = builtConsole();
  if (built === null) throw new ApiError('api.console_missing', {});
  const nonce = randomBytes(18).toString('base64');
  const html = filledPage(built.page, { nonce, station: station.name, zone, language });
  reply.header('cache-control', 'no-store').header('content-security-policy', pagePolicy(nonce));
  return new FileAnswer('console.html', 'text/html; charset=utf-8', html, 'inline');
}
