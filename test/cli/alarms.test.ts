import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

t.test('alarms speak in sentences until somebody has seen to them', async (t) => {
  const station = await testStation(t);
  const card = await makeCard(join(station.folder, '07'), 'alarm', { [gaName(1)]: 100 });
  t.match((await docketHere(station, ['alarms', 'list'])).json, { alarms: [] });
  await docketHere(station, ['ingest', card.root]);
  const chinese = await heardHere(['alarms', 'list', '--config', station.config, '--data', station.data], {
    language: 'zh',
  });
  t.match(chinese.out, '仓位 07 的执法记录仪 1234567 未登记');
  const deed = async (...args: string[]) => await docketHere(station, ['alarms', ...args]);
  const [id, listed] = ['ST01-A000001', async () => (await deed('list')).json];
  t.match((await deed('ack', id, '--note', '已看到')).json, { alarm: id, acknowledged: true });
  t.equal((await deed('ack', id)).code, 0, 'seen twice is seen');
  t.match(await listed(), { alarms: [{ state: 'acknowledged', note: '已看到', acknowledger: /^os:/ }] });
  t.match((await docketHere(station, ['status'])).json, {
    alarms: { open: 0, notice: 0, acknowledged: 1, handled: 0 },
  });
  const early = await deed('close', id);
  t.equal(early.code, 2);
  t.match(early.json, { error: { code: 'custody.alarm_unhandled', field: 'note' } });
  t.match((await deed('handle', id, '--text', '已登记')).json, { alarm: id, handled: true });
  t.match((await docketHere(station, ['status'])).json, { alarms: { acknowledged: 0, handled: 1 } });
  t.equal((await docketHere(station, ['ingest', card.root])).code, 0);
  t.match(await listed(), { alarms: [{ alarm: id, state: 'handled', deed: '已登记' }] }, 'not raised again');
  t.match((await deed('close', id)).json, { alarm: id, closed: true });
  t.strictSame(await listed(), { alarms: [] });
  t.match((await deed('list', '--all')).json, {
    alarms: [
      { code: 'recorder_unregistered', severity: 'notice', state: 'closed', because: 'person', raised: /Z$/ },
    ],
  });
  const english = await heardHere([
    'alarms',
    'list',
    '--all',
    '--config',
    station.config,
    '--data',
    station.data,
  ]);
  t.match(english.out, /acknowledged .* by os:.*\n {2}handled .*: 已登记\n {2}closed .* by os:/);
  await docketHere(station, ['ingest', card.root]);
  t.match(await listed(), { alarms: [{ alarm: 'ST01-A000002', state: 'raised' }] }, 'but it is anew');
  t.match((await docketHere(station, ['verify'])).json, { ok: true });
});

t.test('what is said of an alarm is checked', async (t) => {
  const station = await testStation(t);
  const deed = async (...args: string[]) => await docketHere(station, ['alarms', ...args]);
  for (const unknown of [['ack'], ['handle', '--text', 'x'], ['close', '--note', 'x']]) {
    const { code, json } = await deed(...unknown, 'ST01-A000009');
    t.equal(code, 2);
    t.match(json, { error: { code: 'custody.alarm_unknown' } });
  }
  for (const text of ['', '   ', '\u200b', 'a\u001b[2J', 'x'.repeat(4_001)]) {
    const { code, json } = await deed('handle', 'ST01-A000001', '--text', text);
    t.equal(code, 2);
    t.match(json, { error: { code: 'station.value_wrong', field: 'text' } });
  }
  t.match((await deed('handle', 'ST01-A000001')).json, {
    error: { code: 'cli.argument_missing', field: 'text' },
  });
});

t.test('an alarm whose cause is gone is closed by the station, and what is missing is raised', async (t) => {
  const station = await testStation(t, { missing: { evidenceDays: 0 } });
  const here = async (...args: string[]) => await docketHere(station, args);
  const open = async (): Promise<unknown> => (await here('alarms', 'list')).json;
  const card = await makeCard(join(station.folder, '07'), 'alarm', { [gaName(1)]: 100 });
  await here('ingest', card.root);
  await here('alarms', 'ack', 'ST01-A000001');
  t.equal((await here('devices', 'register', '1234567')).code, 0);
  t.strictSame(await open(), { alarms: [] });
  t.match((await here('alarms', 'list', '--all')).json, {
    alarms: [{ code: 'recorder_unregistered', state: 'closed', because: 'cause_gone', closer: 'station' }],
  });
  await here('register', 'set', 'matters', 'code=M1', 'matter=查封', 'whole=是');
  await here(
    'register',
    'set',
    'cases',
    'number=C1',
    'title=某案',
    'matter=M1',
    'inspected=2026-01-05 09:00',
  );
  t.equal((await here('judge')).code, 0);
  t.match(await open(), {
    alarms: [{ code: 'case_without_recording', severity: 'warning', message: /^Case C1 / }],
  });
  const { json } = await here('evidence', 'list', '--without-case');
  const { evidenceId } = (json as { evidence: [{ evidenceId: string }] }).evidence[0];
  t.equal((await here('evidence', 'tag', 'case=C1', evidenceId)).code, 0);
  t.strictSame(await open(), { alarms: [] });
  t.match((await here('evidence', 'list', '--without-case')).json, { evidence: [] });
  t.match((await here('verify')).json, { ok: true });
});
