import t from 'tap';
import { apiStation } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const { own, otherUnit } = api.evidence;
const tag = (field: string) => `/api/v1/evidence/${own}/tags/${field}`;

t.test('the second of two who edit a tag sees what the first has said, and nothing is lost', async (t) => {
  const first = await api.ask('clerk', 'PUT', tag('title'), { value: '甲', standing: null });
  t.equal(first.status, 200);
  const second = await api.ask('head', 'PUT', tag('title'), { value: '乙', standing: null });
  t.equal(second.status, 409);
  t.match(record(second.json), { code: 'tagging.tag_changed', detail: /甲/, field: 'title' });
  const away = `${tag('title')}?standing=${encodeURIComponent('乙')}`;
  t.equal((await api.ask('clerk', 'DELETE', away)).status, 409);
  const knowing = await api.ask('head', 'PUT', tag('title'), { value: '乙', standing: '甲' });
  t.match(knowing.text, '乙');
  t.equal((await api.ask('clerk', 'DELETE', away)).status, 200);
});

t.test('the clauses by which an item is judged are told in words, with the rest days between', async (t) => {
  const { status, json } = await api.ask('officer', 'GET', `/api/v1/evidence/${own}/limits`);
  t.equal(status, 200);
  t.match(record(json), {
    rules: [{ clause: /^[A-Z]{2}-/, what: String, regulation: String, limit: /^\w+ \d+$/ }],
  });
  const days = record(json)['restDays'];
  t.ok(Array.isArray(days) && days.every((day) => /^\d{4}-\d\d-\d\d$/.test(String(day))));
  for (const what of ['limits', 'track'])
    for (const evidence of [otherUnit, 'none'])
      t.equal((await api.ask('officer', 'GET', `/api/v1/evidence/${evidence}/${what}`)).status, 404);
});

t.test('an item that nothing has located has a track without points', async (t) => {
  const { json } = await api.ask('officer', 'GET', `/api/v1/evidence/${own}/track`);
  t.same(json, { points: [], places: [] });
});

t.test('a clerk holds an item and lifts the hold; whoever made it does neither', async (t) => {
  const holds = '/api/v1/holds';
  const wish = { of: 'evidence', about: own, reason: '复议' };
  t.equal((await api.ask('officer', 'POST', holds, wish)).status, 403);
  const placed = await api.ask('clerk', 'POST', holds, wish);
  t.equal(placed.status, 200);
  const item = record((await api.ask('clerk', 'GET', `/api/v1/evidence/${own}`)).json);
  t.match(item['retention'], { holds: [{ reason: '复议' }] });
  const lifting = `/api/v1/holds/${String(record(placed.json)['hold'])}/lifting`;
  t.equal((await api.ask('clerk', 'POST', lifting, { reason: '终结' })).status, 200);
  t.equal((await api.ask('clerk', 'POST', lifting, { reason: '终结' })).status, 409);
});

t.test('whoever has an item read back is told each copy, and by what it was compared', async (t) => {
  const path = `/api/v1/evidence/${own}/verification`;
  const { status, json } = await api.ask('officer', 'POST', path);
  t.equal(status, 200);
  t.match(record(json), {
    copies: [{ outcome: 'sound', blake3: /^[0-9a-f]{64}$/, sha256: /^[0-9a-f]{64}$/, found: null }],
    unreached: 0,
  });
  t.same((await api.ask('officer', 'GET', path)).json, { reading: null }, 'nothing is under way any more');
  t.equal((await api.ask('officer', 'GET', path.replace(own, otherUnit))).status, 404);
});
