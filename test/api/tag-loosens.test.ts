import t from 'tap';
import { apiStation, type Person } from './api-station.ts';

const api = await apiStation(t);
const { own } = api.evidence;
const url = (field: string): string => `/api/v1/evidence/${own}/tags/${field}`;
const say = (who: Person, field: string, value: string) => api.ask(who, 'PUT', url(field), { value });

t.test('an officer says more of a recording, and nothing by which it is kept less', async (t) => {
  t.equal((await say('officer', 'note', '备注')).status, 200);
  t.equal((await say('officer', 'importance', 'ordinary')).status, 200, 'what nobody has classified');
  t.equal((await say('officer', 'importance', 'important')).status, 200, 'raised');
  t.equal((await say('officer', 'case', 'C1')).status, 200, 'filed');
  t.equal((await say('officer', 'case', 'C1')).status, 200, 'the same once more');
  const refused = [
    await say('officer', 'importance', 'ordinary'),
    await api.ask('officer', 'DELETE', url('importance')),
    await api.ask('officer', 'DELETE', url('case')),
    await say('officer', 'case', 'C2'),
    await say('officer', 'officer', '333333'),
    await say('head', 'importance', 'ordinary'),
  ];
  for (const { status, json } of refused)
    t.match([status, json], [403, { type: 'urn:docket:problem:access.tag_loosens', detail: /clerk/ }]);
  t.match((await api.ask('clerk', 'GET', `/api/v1/evidence/${own}`)).json, {
    retention: { class: 'evidence' },
  });
  t.equal((await say('clerk', 'importance', 'ordinary')).status, 200);
  t.equal((await api.ask('clerk', 'DELETE', url('case'))).status, 200);
  t.equal((await say('clerk', 'officer', '333333')).status, 200);
});
