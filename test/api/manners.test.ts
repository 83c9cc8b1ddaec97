import { connect } from 'node:net';
import t from 'tap';
import { Check } from 'typebox/value';
import { methodsByPath } from '../../src/api/allowed.ts';
import { Problem } from '../../src/api/problem.ts';
import { routeTable } from '../../src/api/route-table.ts';
import { allRoutes } from '../../src/api/routes.ts';
import { apiStation } from './api-station.ts';
import { addressOf, record, sampleRequest } from './sample-request.ts';

const api = await apiStation(t);
const url = new URL(await api.app.listen({ host: '127.0.0.1', port: 0 }));

/** Everything that comes back for these bytes until the connection ends. */
async function sent(bytes: string): Promise<{ readonly head: string; readonly body: unknown }> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(Number(url.port), '127.0.0.1', () => socket.write(bytes));
  let heard = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk;
  });
  socket.on('close', () => resolve(heard)).on('error', (error) => (heard === '' ? reject(error) : undefined));
  const [head = '', body = ''] = (await promise).split('\r\n\r\n');
  return { head, body: JSON.parse(body) };
}

t.test('every path that can be read can be asked for its headers alone, and nothing leaves', async (t) => {
  const entries = () =>
    api.station.db.prepare<[], number>('SELECT count(*) FROM ledger_entry').pluck().get() ?? 0;
  const before = entries();
  for (const route of allRoutes()) {
    if (route.method !== 'GET') continue;
    const address = addressOf(route, sampleRequest(route));
    const ask = async (method: 'GET' | 'HEAD') =>
      await api.app.inject({ method, url: address, headers: { authorization: 'Bearer almighty' } });
    const whole = route.head === null ? await ask('GET') : null;
    const head = await ask('HEAD');
    t.equal(head.body, '', address);
    // Whoever asks for these to be sent has done something: an export, a stream without an end.
    if (whole === null) {
      t.ok(head.statusCode < 500, `${address} ${head.statusCode}`);
      continue;
    }
    const again = await ask('GET');
    t.equal(head.statusCode, whole.statusCode, address);
    t.equal(head.headers['content-type'], whole.headers['content-type'], address);
    // What tells the time, or how full a disk is, is another answer each time: where it is the same before and after, it was.
    if (whole.headers['etag'] === again.headers['etag'])
      t.equal(head.headers['etag'], whole.headers['etag'], address);
  }
  t.equal(entries(), before);
});

t.test('who may not have something may not have its headers either', async (t) => {
  const { otherUnit, own } = api.evidence;
  const head = async (who: string, path: string) =>
    (await api.app.inject({ method: 'HEAD', url: path, headers: { authorization: `Bearer ${who}` } }))
      .statusCode;
  t.equal(await head('officer', `/api/v1/evidence/${otherUnit}`), 404);
  t.equal(await head('officer', `/api/v1/evidence/${own}/original`), 403);
  t.equal(await head('officer', '/api/v1/ledger/export'), 403);
  t.equal(await head('nobody', '/api/v1/events'), 401);
});

t.test('a path that is there says which methods it takes', async (t) => {
  const allowed = methodsByPath(allRoutes());
  for (const key of Object.keys(routeTable)) {
    const [, path = ''] = key.split(' ');
    const filled = path.replace(/:\w+/g, 'none');
    const { statusCode, headers, body } = await api.app.inject({
      ...{ method: 'PATCH', url: `${filled}?x=1` },
      headers: { 'accept-language': 'zh' },
    });
    const said = record(JSON.parse(body));
    t.equal(statusCode, 405, filled);
    t.equal(headers['allow'], allowed(filled).join(', '), filled);
    t.match(said, { code: 'api.method_wrong', title: '不支持该请求方法', status: 405 }, filled);
  }
  const { statusCode, headers } = await api.app.inject({ method: 'DELETE', url: '/api/v1/nothing' });
  t.equal(statusCode, 404);
  t.equal(headers['allow'], undefined);
});

t.test('what never became a request is answered with a problem document too', async (t) => {
  const cases: readonly (readonly [name: string, bytes: string, status: number, code: string])[] = [
    ['no HTTP at all', 'EHLO station\r\n\r\n', 400, 'api.request_malformed'],
    ['a broken header', 'GET / HTTP/1.1\r\nHost: a\r\nX Y: 1\r\n\r\n', 400, 'api.request_malformed'],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'api.request_malformed',
    ],
    [
      'headers too large',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'api.headers_large',
    ],
    [
      'another expectation',
      'POST / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n',
      417,
      'api.expectation',
    ],
    ['a tunnel', 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n', 404, 'api.route_unknown'],
    ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'api.request_malformed'],
  ];
  for (const [name, bytes, status, code] of cases) {
    const { head, body } = await sent(bytes);
    t.match(head, `HTTP/1.1 ${status} `, name);
    t.match(head.toLowerCase(), 'content-type: application/problem+json', name);
    t.ok(Check(Problem, body), `${name}: ${JSON.stringify(body)}`);
    t.match(body, { status, code }, name);
  }
});

t.test('each status has its title in both languages', async (t) => {
  const titles = async (language: string) => {
    const { statusCode, body } = await api.app.inject({
      ...{ method: 'GET', url: '/api/v1/evidence' },
      headers: { 'accept-language': language },
    });
    return [statusCode, record(JSON.parse(body))['title']];
  };
  t.same(await titles('zh'), [401, '未登录']);
  t.same(await titles('en'), [401, 'Not signed in']);
});
