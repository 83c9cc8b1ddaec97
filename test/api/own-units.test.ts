import t from 'tap';
import { apiStation } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const { alarms } = api.station.room;
const { own, otherUnit } = api.evidence;

await alarms.raise('recorder_unseen', 'warning', '1111111', {
  recorder: '1111111',
  holder: '222222',
  last: '–',
  days: 14,
});
await alarms.raise('recorder_unseen', 'warning', '3333333', {
  recorder: '3333333',
  holder: '444444',
  last: '–',
  days: 14,
});
await alarms.raise('original_lost', 'critical', own, { evidence: own, recorder: '–' });
await alarms.raise('original_lost', 'critical', otherUnit, { evidence: otherUnit, recorder: '–' });
await alarms.raise('duty_not_docked', 'warning', 'duty-1', { officer: '333333', recorder: '–' });
await alarms.raise('retention_failing', 'warning', 'vault', { found: 'EIO' });

interface Row {
  readonly alarm: string;
  readonly params: Readonly<Record<string, unknown>>;
}
const seenBy = async (who: 'head' | 'otherHead' | 'auditor'): Promise<readonly Row[]> => {
  const { json, status, text } = await api.ask(who, 'GET', '/api/v1/alarms?sort=id');
  if (status !== 200) throw new Error(text);
  return record(json)['rows'] as readonly Row[];
};
const about = ({ params }: Row): unknown => params['evidence'] ?? params['officer'] ?? params['recorder'];
const raisedHere = ['1111111', '3333333', own, otherUnit, '333333'];

t.test('a head sees the alarms of the unit’s recorders, officers and items, and no other', async (t) => {
  const mine = (await seenBy('head')).map(about).filter((one) => raisedHere.includes(String(one)));
  t.same(mine, ['1111111', own, '333333']);
  const theirs = (await seenBy('otherHead')).map(about).filter((one) => raisedHere.includes(String(one)));
  t.same(theirs, ['3333333', otherUnit]);
  const all = await seenBy('auditor');
  const disk = all.find(({ params }) => params['found'] === 'EIO')?.alarm ?? '';
  t.not(disk, '');
  t.equal(
    (await api.ask('head', 'GET', `/api/v1/alarms/${disk}`)).status,
    404,
    'the station’s own are no unit’s',
  );
  t.equal((await api.ask('auditor', 'GET', `/api/v1/alarms/${disk}`)).status, 200);
  for (const one of all) {
    const unit = (await seenBy('head')).some(({ alarm }) => alarm === one.alarm);
    const { status } = await api.ask('head', 'GET', `/api/v1/alarms/${one.alarm}`);
    t.equal(status, unit ? 200 : 404, String(about(one)));
  }
  t.equal((await api.ask('officer', 'GET', '/api/v1/alarms')).status, 403);
});

t.test('a head is told what was due in the own unit and of no other', async (t) => {
  const groups = async (who: 'head' | 'otherHead' | 'auditor', by: string) => {
    const { json, status, text } = await api.ask(
      who,
      'GET',
      `/api/v1/reports/supervision?by=${by}&since=2026-01-01T00:00:00Z`,
    );
    if (status !== 200) throw new Error(text);
    return (record(json)['rows'] as readonly { group: string }[]).map(({ group }) => group);
  };
  t.same(await groups('head', 'unit'), ['U1']);
  t.same(await groups('otherHead', 'unit'), ['U2']);
  t.same(await groups('head', 'officer'), ['222222', '333333']);
  t.ok((await groups('auditor', 'unit')).length > 2);
  t.equal((await api.ask('officer', 'GET', '/api/v1/reports/supervision')).status, 403);
});
