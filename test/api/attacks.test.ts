import t from 'tap';
import { IsObject } from 'typebox';
import { buildApi } from '../../src/api/build-api.ts';
import type { AnyRoute } from '../../src/api/route.ts';
import { rowOf } from '../../src/api/route-table.ts';
import { allRoutes } from '../../src/api/routes.ts';
import { carryOut } from '../../src/station/carry-out.ts';
import { Dockings } from '../../src/station/dockings.ts';
import { signedPerson } from '../support/signed-person.ts';
import { apiStation } from './api-station.ts';
import { record } from './sample-request.ts';

const real = await apiStation(t, { ownDoors: true });
const named = await apiStation(t);
const { app, station } = real;
const silent = (): void => undefined;

interface Sent {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function send(url: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  return await app.inject({
    ...{ method, url },
    headers: { ...(typeof body === 'object' ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function signIn(account: string, password: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await send('/api/v1/session', { method: 'POST', headers, body: { account, password } });
  const cookie = answer.cookies[0];
  const csrf = String(record(answer.json())['csrf']);
  return { status: answer.statusCode, cookie, csrf, sent: `${cookie?.name}=${cookie?.value}` };
}

const who = await signedPerson(station, 'zhangsan', ['officer'], { officer: '222222' });

t.test('a changed password ends every other sign-in, and the old one opens nothing', async (t) => {
  const [here, stolen] = [await signIn(who.name, who.password), await signIn(who.name, who.password)];
  const headers = { cookie: here.sent, 'x-csrf-token': here.csrf };
  const next = '三月的雨落在旧仓库的屋顶上';
  const body = { present: who.password, next };
  t.equal((await send('/api/v1/session/password', { method: 'POST', headers, body })).statusCode, 204);
  t.equal((await send('/api/v1/evidence', { headers: { cookie: stolen.sent } })).statusCode, 401);
  t.equal((await send('/api/v1/evidence', { headers: { cookie: here.sent } })).statusCode, 200);
  t.equal((await signIn(who.name, who.password)).status, 401);
  t.equal((await signIn(who.name, next)).status, 200);
});

t.test('a token opens nothing after it was revoked', async (t) => {
  const dockings = new Dockings(station, silent, silent);
  const by = { actor: { kind: 'person', id: 'os:owner' }, language: 'en', onProgress: silent } as const;
  const args = { account: who.account, permissions: ['evidence.see'], days: 1, label: 'x' };
  const made = record(await carryOut(station, dockings, { order: 'makeToken', args }, by));
  const headers = { authorization: `Bearer ${String(made['secret'])}` };
  t.equal((await send('/api/v1/evidence', { headers })).statusCode, 200);
  const revoke = { order: 'revokeToken', args: { token: String(made['token']) } } as const;
  await carryOut(station, dockings, revoke, by);
  const after = await send('/api/v1/evidence', { headers });
  t.equal(after.statusCode, 401);
  t.match(after.headers['content-type'], 'application/problem+json');
});

const owner = await signedPerson(station, 'lisi', ['officer'], { officer: '333333' });

t.test('a cookie that somebody else has planted is not the one that counts', async (t) => {
  const planted = 'A'.repeat(43);
  const signed = await signIn(owner.name, owner.password, { cookie: `docket=${planted}` });
  t.not(signed.cookie?.value, planted);
  t.equal((await send('/api/v1/evidence', { headers: { cookie: `docket=${planted}` } })).statusCode, 401);

  const attacker = await signIn(owner.name, owner.password);
  t.equal(attacker.cookie?.name, 'docket');
  const tls = { 'x-forwarded-proto': 'https' };
  const guards = { perMinute: 1_000, fewerWhereAsked: false, tls: null };
  const behind = await buildApi(real.room, { ...guards, trustProxy: ['127.0.0.1'] });
  t.teardown(() => behind.close());
  const tossed = await behind.inject({
    ...{ method: 'GET', url: '/api/v1/evidence' },
    headers: { ...tls, cookie: attacker.sent },
  });
  t.equal(
    tossed.statusCode,
    401,
    'with TLS only the name that no other host and no plain page can set counts',
  );
});

t.test('a page of another site signs nobody in, changes nothing, and reads nothing', async (t) => {
  const signed = await signIn(owner.name, owner.password);
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    for (const url of ['/api/v1/session', '/api/v1/requests']) {
      const headers = { ...foreign, 'content-type': type, cookie: signed.sent };
      const { statusCode } = await app.inject({ method: 'POST', url, headers, payload: '{"account":"x"}' });
      t.ok(statusCode === 415 || statusCode === 403, `${type} ${url} ${statusCode}`);
    }
  const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  const preflight = await send('/api/v1/session', { method: 'OPTIONS', headers: { ...foreign, ...asked } });
  const read = await send('/api/v1/evidence', { headers: { ...foreign, cookie: signed.sent } });
  for (const { headers } of [preflight, read]) {
    t.equal(headers['access-control-allow-origin'], undefined);
    t.equal(headers['cross-origin-resource-policy'], 'same-origin');
  }
});

t.test('a path leads nowhere but to its route', async (t) => {
  for (const url of [
    '/docs/../package.json',
    '/docs/static/..%2f..%2f..%2fpackage.json',
    '/docs/static/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/docs/static/..%5c..%5cpackage.json',
    '/watch/..%2f..%2fpackage.json',
    '//api/v1/evidence',
    '/api/v1/evidence/;/',
    '/API/v1/evidence',
    '/api/v1/evidence/',
    '/api//v1/evidence',
    'http://evil.example/api/v1/evidence',
  ]) {
    const { statusCode, body, headers } = await send(url);
    t.ok(
      (statusCode >= 400 && statusCode < 500) || /^text\/html/.test(String(headers['content-type'])),
      `${url} ${statusCode}`,
    );
    t.notMatch(body, '"private": true', url);
  }
});

t.test('the hardened headers stand on every kind of answer', async (t) => {
  const asClerk = { authorization: 'Bearer clerk' };
  const asAuditor = { authorization: 'Bearer auditor' };
  const ask = async (url: string, headers: Readonly<Record<string, string>> = {}) =>
    await named.app.inject({ method: 'GET', url, headers });
  const list = await ask('/api/v1/evidence', asClerk);
  const etag = { ...asClerk, 'if-none-match': String(list.headers.etag) };
  const answers = [
    [200, list],
    [200, await ask('/docs/')],
    [200, await ask('/docs/static/swagger-ui.css')],
    [200, await ask('/watch/x')],
    [200, await ask('/watch/player.js')],
    [200, await ask('/openapi.json')],
    [200, await ask('/metrics', asAuditor)],
    [200, await ask('/api/v1/ledger/export?type=register.entered', asAuditor)],
    [304, await ask('/api/v1/evidence', etag)],
    [400, await ask('/api/v1/evidence?limit=x', asClerk)],
    [400, await ask('/%', asClerk)],
    [401, await ask('/api/v1/evidence')],
    [403, await ask('/api/v1/accounts', asClerk)],
    [404, await ask('/nowhere')],
    [404, await ask('/docs/nowhere')],
    [
      415,
      await send('/api/v1/session', { method: 'POST', headers: { 'content-type': 'text/x' }, body: 'x' }),
    ],
  ] as const;
  for (const [status, { statusCode, headers, raw }] of answers) {
    const told = `${status} ${raw.req.url}`;
    t.equal(statusCode, status, told);
    t.match(String(headers['content-security-policy']), /default-src 'none'/, told);
    t.notMatch(String(headers['content-security-policy']), /unsafe-|\*|https?:/, told);
    t.equal(headers['x-content-type-options'], 'nosniff', told);
    t.equal(headers['x-frame-options'], 'DENY', told);
    t.equal(headers['referrer-policy'], 'no-referrer', told);
    t.equal(headers['x-powered-by'], undefined, told);
    t.equal(headers['strict-transport-security'], undefined, `${told}: without TLS none`);
  }
});

t.test("no filter and no search of any list brings up another unit's data", async (t) => {
  const others = [
    named.evidence.otherUnit,
    '444444',
    'C2',
    'P2',
    '3333333',
    'U2',
    '王五',
    '钱七',
    '无证经营',
  ];
  const theirs = new RegExp([named.evidence.otherUnit, '444444', '3333333', '王五', '无证经营'].join('|'));
  let asked = 0;
  for (const who of ['officer', 'head'] as const)
    for (const { path, filters } of listed())
      for (const value of [null, ...others])
        for (const filter of value === null ? [''] : filters) {
          const query = value === null ? '' : `?${filter}=${encodeURIComponent(value)}`;
          const { status, text, json } = await named.ask(who, 'GET', `${path}${query}`);
          asked += 1;
          // What was asked with may be told back in a problem.
          const leaks = status === 200 && theirs.test(text);
          if (leaks || status >= 500)
            t.fail(`${who} ${path}${query}: ${status} ${JSON.stringify(json).slice(0, 300)}`);
        }
  t.ok(asked > 100, `${asked} questions`);
});

/** Every list that leaves out what is not within reach, with its filters that take text. */
function* listed(): Generator<{ readonly path: string; readonly filters: readonly string[] }> {
  for (const { method, path, shapes } of allRoutes() as readonly AnyRoute[]) {
    if (method !== 'GET' || rowOf(`GET ${path}`)?.scope !== 'listed') continue;
    const { query } = shapes;
    const properties = query !== undefined && IsObject(query) ? query.properties : {};
    const filters = Object.keys(properties).filter((name) => !['sort', 'limit', 'cursor'].includes(name));
    if (!path.includes(':')) yield { path, filters };
    if (path === '/api/v1/registers/:register')
      for (const register of ['officers', 'units', 'recorders', 'parties', 'cases'])
        yield { path: path.replace(':register', register), filters };
  }
}
