import t from 'tap';
import { apiStation } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const rows = '/api/v1/registers/units/rows';
const row = `${rows}/U77`;
const enter = (values: Record<string, string>, more: object = {}) =>
  api.ask('clerk', 'PUT', rows, { values: { code: 'U77', ...values }, ...more });
const standing = async () => record((await api.ask('clerk', 'GET', row)).json);

t.test('of two who change the same row the second is told, and nothing is written over', async (t) => {
  t.equal((await enter({ name: '七队' }, { version: null })).status, 200);
  const { version } = await standing();
  t.equal((await enter({ name: '七大队' }, { version })).status, 200);
  const second = await enter({ name: '第七队' }, { version });
  t.equal(second.status, 409);
  t.match(record(second.json), { code: 'tagging.row_changed', detail: /U77/ });
  const now = await standing();
  t.match(now, { values: { name: '七大队' }, version: Number });
  t.equal((await enter({ name: '第七队' }, { version: now['version'] })).status, 200);
});

t.test('a row that was meant to be new does not take the place of another', async (t) => {
  const { status, json } = await enter({ name: '新队' }, { version: null });
  t.equal(status, 409);
  t.match(record(json), { code: 'tagging.row_stands' });
  t.match(await standing(), { values: { name: '第七队' } });
  t.equal((await enter({ name: '程序录入' })).status, 200, 'a program that does not ask is not asked');
});

t.test(
  'a row that somebody has changed meanwhile is not taken away, and one that is gone not changed',
  async (t) => {
    const { version } = await standing();
    await enter({ name: '又改' });
    const away = (seen: unknown) => api.ask('clerk', 'DELETE', `${row}?cause=x&version=${String(seen)}`);
    t.equal((await away(version)).status, 409);
    const now = (await standing())['version'];
    t.equal((await away(now)).status, 200);
    const late = await enter({ name: '迟到的修改' }, { version: now });
    t.equal(late.status, 409);
    t.match(record(late.json), { code: 'tagging.row_gone' });
    t.equal((await api.ask('clerk', 'GET', row)).status, 404);
  },
);
