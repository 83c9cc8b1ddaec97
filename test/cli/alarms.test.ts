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
  const ack = async (...note: string[]) =>
    await docketHere(station, ['alarms', 'ack', 'ST01-A000001', ...note]);
  t.match((await ack('--note', '已登记')).json, { alarm: 'ST01-A000001', acknowledged: true });
  t.equal((await ack()).code, 0, 'seen to twice is seen to');
  t.match((await docketHere(station, ['alarms', 'list'])).json, { alarms: [] });
  t.match((await docketHere(station, ['alarms', 'list', '--all'])).json, {
    alarms: [
      {
        code: 'recorder_unregistered',
        severity: 'notice',
        note: '已登记',
        acknowledger: /^os:/,
        raised: /Z$/,
      },
    ],
  });
  const unknown = await docketHere(station, ['alarms', 'ack', 'ST01-A000009']);
  t.equal(unknown.code, 2);
  t.match(unknown.json, { error: { code: 'custody.alarm_unknown' } });
});
