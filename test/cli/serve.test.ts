import { mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { docketHere, openAlarms, rowsOf } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

t.test('a daemon takes in what appears at the dock, takes orders, and stops when told', async (t) => {
  const station = await testStation(t);
  const dock = join(station.folder, 'dock');
  mkdirSync(dock);
  await station.configure({ dock: { folders: [{ path: dock, kind: 'cards' }], scanMilliseconds: 50 } });
  const daemon = station.start(['serve']);
  t.teardown(() => daemon.child.kill('SIGKILL'));
  await daemon.heard(/is ready/);

  const away = await makeCard(join(station.folder, '01'), 'dock', { [gaName(1)]: 3000, [gaName(2)]: 2000 });
  await rename(away.root, join(dock, '01'));
  await until(
    'both are stored',
    () => rowsOf(station, 'SELECT 1 FROM view_evidence WHERE stored IS NOT NULL').length === 2,
  );
  await until(
    'it is done',
    () => rowsOf(station, 'SELECT 1 FROM view_docking WHERE completed IS NOT NULL').length === 1,
  );

  const status = await docketHere(station, ['status']);
  t.match(status.json, {
    daemon: { running: true },
    dockings: [{ docking: 'ST01-D000001', port: '01', recorder: '1234567', files: { total: 2, done: 2 } }],
    counts: { evidence: 2, stored: 2, secured: 0, left: 0 },
  });

  const other = await makeCard(join(station.folder, 'other'), 'by hand', { [gaName(1, '7654321')]: 500 });
  const ingested = await station.ingest(other.root);
  t.equal(ingested.code, 0, 'ingest goes through the daemon');
  t.match(ingested.json, { recorder: '7654321', summary: { stored: 1 } });

  const listed = await docketHere(station, ['alarms', 'list']);
  t.match(listed.json, {
    alarms: [
      {
        alarm: 'ST01-A000001',
        code: 'recorder_unregistered',
        message: /^Recorder 1234567 at port 01 is not/,
      },
      {},
    ],
  });
  const acknowledged = await station.run(['alarms', 'ack', 'ST01-A000001', '--note', 'known']);
  t.equal(acknowledged.code, 0, acknowledged.stdout);
  t.equal(openAlarms(station).length, 1);
  const entry = await docketHere(station, ['ledger', 'list', '--type', 'alarm.acknowledged.2']);
  t.match(entry.json, {
    entries: [{ actor: { kind: 'person', id: `os:${userInfo().username}` }, words: /known/ }],
  });

  for (const deed of ['pause', 'resume'])
    t.match((await docketHere(station, ['docking', deed, 'ST01-D000001'])).json, {
      docking: 'ST01-D000001',
      deed,
    });
  t.match((await docketHere(station, ['docking', 'cancel', 'ST01-D000099'])).json, {
    error: { code: 'station.docking_unknown' },
  });
  const registered = await docketHere(station, ['devices', 'register', '1234567', '--holder', '张三']);
  t.equal(registered.code, 0, registered.text);

  daemon.child.kill('SIGTERM');
  const { code, json, stderr } = await daemon.ended;
  t.equal(code, 0);
  t.strictSame(json, { stopped: true });
  for (const said of [
    /"type":"docking\.started".*a card was docked at port 01/,
    /"type":"docking\.identified".*the card is that of recorder 1234567/,
    /"type":"recording\.stored","evidence":"ST01-\d{4}-0000001"/,
    /"type":"docking\.completed".*the card was gone through: 2 stored/,
    /"level":"info".*"type":"docking\.ended"/,
  ])
    t.match(stderr, said, 'the log can be followed');
  t.match((await docketHere(station, ['status'])).json, { daemon: { running: false }, dockings: [] });
});

t.test('a second daemon is refused while one runs', async (t) => {
  const station = await testStation(t);
  const daemon = station.start(['serve']);
  t.teardown(() => daemon.child.kill('SIGKILL'));
  await daemon.heard(/is ready/);
  const second = await station.run(['serve']);
  t.equal(second.code, 5);
  t.match(second.json, { error: { code: 'station.in_use' } });
  daemon.child.kill('SIGINT');
  t.equal((await daemon.ended).code, 0);
});
