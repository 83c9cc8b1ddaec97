import t from 'tap';
import { apiStation } from './api-station.ts';
import { record } from './sample-request.ts';

const { ask, evidence } = await apiStation(t);

async function marksOf(item: string) {
  const { json } = await ask('clerk', 'GET', '/api/v1/evidence');
  const rows = record(json)['rows'];
  const row = (Array.isArray(rows) ? rows : []).find((one) => record(one)['evidenceId'] === item);
  return record(record(row)['marks']);
}

t.test(
  'a list says of each item whose it is, under what case, how it is kept and how it was judged',
  async (t) => {
    const { own, nobody } = evidence;
    t.match(await marksOf(own), { officer: '222222', case: null, class: 'unclassified', held: true });
    t.match(await marksOf(nobody), { officer: null, case: null });
    await ask('clerk', 'PUT', `/api/v1/evidence/${own}/tags/case`, { value: 'C1' });
    await ask('clerk', 'PUT', `/api/v1/evidence/${own}/tags/classification`, { value: 'personal_privacy' });
    const marks = await marksOf(own);
    t.match(marks, { officer: '222222', case: 'C1', classification: 'personal_privacy', class: 'evidence' });
    t.type(marks['verdict'], 'string');
    t.match(marks['lockedUntil'], /^\d{4}-/);
    const { json } = await ask('clerk', 'GET', `/api/v1/findings?evidence=${own}`);
    t.equal(marks['findings'], (record(json)['rows'] as readonly unknown[]).length);
  },
);
