import t from 'tap';
import { everyEntry } from '../support/every-entry.ts';
import { apiStation } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const { own } = api.evidence;
const rows = async (path: string): Promise<readonly unknown[]> => {
  const { json, status, text } = await api.ask('auditor', 'GET', `/api/v1/${path}`);
  if (status !== 200) throw new Error(text);
  return record(json)['rows'] as readonly unknown[];
};

t.test('courses, findings, reasons and requests are asked for by a stretch of time', async (t) => {
  const until = Temporal.Now.instant().add({ hours: 2 }).toString({ smallestUnit: 'second' });
  const wish = {
    kind: 'view',
    evidence: [own],
    for: null,
    until,
    why: '核查',
    recipient: null,
    emergency: false,
  };
  t.equal((await api.ask('clerk', 'POST', '/api/v1/requests', wish)).status, 200);
  for (const type of ['finding.made', 'justification.submitted'] as const) {
    const sample = JSON.stringify(everyEntry.find((one) => one.type === type));
    await api.station.room.ledger.append([JSON.parse(sample.replaceAll('000001"', '000091"'))]);
  }
  const later = Temporal.Now.instant().add({ minutes: 1 }).toString();
  const before = '2026-01-01T00:00:00%2B08:00';
  for (const list of ['sessions', 'findings?all=true', 'justifications', 'requests']) {
    const and = list.includes('?') ? '&' : '?';
    const all = (await rows(list)).length;
    t.ok(all > 0, list);
    t.equal((await rows(`${list}${and}since=${before}&until=${later}`)).length, all, list);
    t.equal((await rows(`${list}${and}since=${later}`)).length, 0, list);
    t.equal((await rows(`${list}${and}until=${before}`)).length, 0, list);
    const { status, json } = await api.ask('auditor', 'GET', `/api/v1/${list}${and}since=yesterday`);
    t.match({ status, json }, { status: 400, json: { field: 'since' } }, list);
  }
});
