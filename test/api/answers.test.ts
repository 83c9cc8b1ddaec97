import { Validator } from '@seriousme/openapi-schema-validator';
import t from 'tap';
import { Check, Errors } from 'typebox/value';
import { allRoutes } from '../../src/api/routes.ts';
import { apiStation } from './api-station.ts';
import { approved } from './approved.ts';
import { addressOf, record, sampleRequest } from './sample-request.ts';

const api = await apiStation(t);

t.test('the description is sound OpenAPI 3.1 and names every route', async (t) => {
  const { json } = await api.ask(null, 'GET', '/openapi.json');
  const validator = new Validator();
  const { valid, errors } = await validator.validate(record(json));
  t.ok(valid, JSON.stringify(errors)?.slice(0, 2_000));
  t.equal(validator.version, '3.1');
  const operations = Object.values(record(record(json)['paths'])).flatMap((path) =>
    Object.values(record(path)),
  );
  t.equal(operations.length, allRoutes().length);
  const names = operations.map((one) => String(record(one)['operationId']));
  t.same([...new Set(names)].length, names.length, 'each operation has a name of its own');
});

t.test('what is answered has the shape that is described', async (t) => {
  const { own } = api.evidence;
  await approved(api, 'almighty', { kind: 'view', evidence: own });
  await api.ask('almighty', 'PUT', '/api/v1/questions/q/evidence', { query: {} });
  const row = (sql: string): string => api.station.db.prepare<[], string>(sql).pluck().get() ?? 'none';
  const ids: Readonly<Record<string, string>> = {
    evidence: own,
    session: row('SELECT session FROM view_session_item'),
    docking: row('SELECT docking FROM view_docking'),
    alarm: row('SELECT alarm FROM view_alarm'),
    finding: row('SELECT finding FROM view_finding'),
    number: 'C1',
    code: 'P1',
    register: 'officers',
    key: '222222',
    name: 'q',
  };
  for (const route of allRoutes()) {
    if (route.method !== 'GET' || route.answer === null) continue;
    const sound = sampleRequest(route);
    const params = Object.fromEntries(
      Object.entries(sound.params).map(([name, one]) => [name, ids[name] ?? one]),
    );
    const { status, json } = await api.ask('almighty', 'GET', addressOf(route, { ...sound, params }));
    const missing = Object.values(params).includes('none');
    if (missing) continue;
    if (route.path === '/api/v1/ledger/consistency') continue;
    t.equal(status, 200, `${route.path} ${JSON.stringify(json).slice(0, 300)}`);
    const [error] = Check(route.answer, json) ? [] : Errors(route.answer, json);
    t.equal(error, undefined, `${route.path} ${JSON.stringify(error)}`);
  }
});

t.test('an answer that the caller has already is not sent again', async (t) => {
  const first = await api.ask('clerk', 'GET', '/api/v1/evidence');
  const etag = String(first.headers['etag']);
  const again = await api.app.inject({
    method: 'GET',
    url: '/api/v1/evidence',
    headers: { authorization: 'Bearer clerk', 'if-none-match': etag },
  });
  t.equal(again.statusCode, 304);
  t.equal(again.body, '');
});

t.test('problems are told in the language asked for', async (t) => {
  const ask = async (language: string) =>
    (
      await api.app.inject({
        method: 'GET',
        url: '/api/v1/evidence?limit=0',
        headers: { authorization: 'Bearer clerk', 'accept-language': language },
      })
    ).json();
  t.match(await ask('zh-CN,zh;q=0.9,en;q=0.8'), { detail: /字段 limit/, field: 'limit' });
  t.match(await ask('en-GB'), { detail: /The field limit/, type: 'urn:docket:problem:api.value_wrong' });
  t.match(
    await ask('fr'),
    { detail: /The field limit/ },
    'the language of the station where the caller’s is unknown',
  );
});

t.test('security headers stand on every answer, and the policy for contents is strict', async (t) => {
  for (const url of ['/healthz', '/nowhere', '/api/v1/evidence']) {
    const { headers } = await api.ask(null, 'GET', url);
    t.match(String(headers['content-security-policy']), /default-src 'none'/, url);
    t.notMatch(String(headers['content-security-policy']), /unsafe/, url);
    t.equal(headers['x-content-type-options'], 'nosniff', url);
    t.equal(headers['x-frame-options'], 'DENY', url);
  }
});

t.test('lists are read on page by page without loss or repetition, either way round', async (t) => {
  for (const sort of ['id', '-id']) {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const on: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { json } = await api.ask('clerk', 'GET', `/api/v1/evidence?limit=1&sort=${sort}${on}`);
      const page = json as { rows: { evidenceId: string }[]; next: string | null };
      seen.push(...page.rows.map(({ evidenceId }) => evidenceId));
      cursor = page.next;
    }
    const all = Object.values(api.evidence);
    t.same(seen, sort === 'id' ? all : all.toReversed());
  }
});
