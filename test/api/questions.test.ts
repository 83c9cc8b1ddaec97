import t from 'tap';
import { apiStation } from './api-station.ts';

const api = await apiStation(t);
const path = (name: string, rest = ''): string => `/api/v1/questions/${encodeURIComponent(name)}${rest}`;

t.test('somebody keeps a question, asks it and forgets it; nobody else has it', async (t) => {
  const query = { officer: '222222', withoutCase: true, since: '2026-01-01T00:00:00+08:00', sort: 'id' };
  t.equal((await api.ask('clerk', 'PUT', path('张三 未归案', '/evidence'), { query })).status, 204);
  const { json } = await api.ask('clerk', 'GET', path('张三 未归案'));
  t.match(json, { name: '张三 未归案', about: 'evidence', query });
  const answer = await api.ask('clerk', 'GET', path('张三 未归案', '/answer'));
  t.equal(answer.status, 303);
  t.equal(answer.headers['location'], (json as { address: string }).address);
  const asked = await api.ask('clerk', 'GET', String(answer.headers['location']));
  t.match(asked, { status: 200, json: { rows: { length: 1 }, next: null } });
  t.match(await api.ask('auditor', 'GET', path('张三 未归案')), { status: 404, json: { field: 'name' } });
  t.match(await api.ask('auditor', 'GET', '/api/v1/questions'), { json: { rows: [] } });
  t.equal((await api.ask('auditor', 'DELETE', path('张三 未归案'))).status, 404);
  t.equal((await api.ask('clerk', 'DELETE', path('张三 未归案'))).status, 204);
  t.equal((await api.ask('clerk', 'GET', path('张三 未归案'))).status, 404);
});

t.test('a name is kept once: a later question stands in place of an earlier one', async (t) => {
  await api.ask('auditor', 'PUT', path('失败'), {});
  await api.ask('auditor', 'PUT', path('失败', '/evidence'), { query: {} });
  await api.ask('auditor', 'PUT', path('失败', '/entries'), { query: { result: 'failed' } });
  t.match(await api.ask('auditor', 'GET', '/api/v1/questions'), {
    json: { rows: [{ about: 'entries', address: '/api/v1/ledger/entries?result=failed' }] },
  });
  t.match(await api.ask('auditor', 'GET', '/api/v1/questions?about=evidence'), { json: { rows: [] } });
});

t.test('asking a kept question opens no door', async (t) => {
  await api.ask('officer', 'PUT', path('q', '/entries'), { query: { type: 'account.signed_in' } });
  const { headers } = await api.ask('officer', 'GET', path('q', '/answer'));
  t.equal((await api.ask('officer', 'GET', String(headers['location']))).status, 403);
});

t.test('what its list would not take is not kept, nor more than anybody finds again', async (t) => {
  for (const query of [
    { officer: 1 },
    { limit: 5 },
    { cursor: 'x' },
    { since: 'yesterday' },
    { nothing: 'a' },
  ]) {
    const { status } = await api.ask('clerk', 'PUT', path('q', '/evidence'), { query });
    t.equal(status, 400, JSON.stringify(query));
  }
  for (let i = 0; i < 100; i += 1)
    await api.ask('head', 'PUT', path(`q${i}`, '/evidence'), { query: { state: 'stored' } });
  t.match(await api.ask('head', 'PUT', path('one more', '/evidence'), { query: {} }), {
    status: 409,
    json: { code: 'access.questions_full' },
  });
  t.equal((await api.ask('head', 'PUT', path('q7', '/evidence'), { query: {} })).status, 204);
});
