import { join } from 'node:path';
import t from 'tap';
import { placesIn } from '../../src/station/data-folder.ts';
import { lockStation } from '../../src/station/lock.ts';
import { gaName, makeCard, putFile } from '../support/cards.ts';
import { errorOf, recordingAt, reportOf } from '../support/reports.ts';
import { runDocket } from '../support/run-docket.ts';
import { docketHere } from '../support/sound-station.ts';
import { bareStation, testStation } from '../support/stations.ts';

t.test('init asks nothing, and repeated it changes nothing', async (t) => {
  const station = await bareStation();
  t.teardown(() => station.remove());
  t.equal((await station.run(['status'])).code, 4, 'before it there is no station');
  const first = await station.run(['init']);
  const again = await station.run(['init']);
  t.equal(first.code, 0, first.stdout);
  t.equal(again.code, 0, again.stdout);
  // The first administrator's password is told once.
  t.strictSame(again.json, { ...(first.json as object), administrator: null });
  t.match(first.json, { station: 'ST01', data: station.data, publicKey: /^docket\/ST01-[0-9a-f]{8}\+/ });
});

t.test('a card is taken in with the report that scripts rely on, and known the second time', async (t) => {
  const station = await testStation(t);
  const card = await makeCard(join(station.folder, 'card'), 'shape', {
    [gaName(1)]: 3000,
    [gaName(2)]: 2000,
  });
  await putFile(card.root, gaName(1).replace('.mp4', '.nmea'), 40);
  const ran = await station.ingest(card.root);
  t.equal(ran.code, 0, ran.stdout);
  const report = reportOf(ran);
  t.strictSame(report.summary, {
    stored: 2,
    secured: 0,
    alreadyStored: 0,
    failed: 0,
    deferred: 0,
    ignored: 0,
    bytes: 5000,
  });
  t.match(report, { docking: 'ST01-D000001', recorder: '1234567' });
  const [recording] = card.recordings;
  t.match(recordingAt(ran, gaName(1)), {
    bytes: 3000,
    sha256: recording?.sha256,
    state: 'stored',
    evidenceId: /^ST01-\d{4}-0000001$|^ST01-\d{4}-0000002$/,
    objectPath: join(station.vault, 'originals'),
    reason: null,
    resumed: false,
    sidecars: [{ path: gaName(1).replace('.mp4', '.nmea'), bytes: 40, sha256: /^[0-9a-f]{64}$/ }],
  });
  const again = await station.ingest(card.root);
  t.equal(again.code, 0);
  t.match(reportOf(again).summary, { stored: 0, alreadyStored: 2 });
});

t.test('the exit code says what became of it', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  await makeCard(root, 'codes', { [gaName(1)]: 100 });
  const here = async (card: string) => await docketHere(station, ['ingest', card]);
  const missing = await here(join(station.folder, 'nowhere'));
  t.equal(missing.code, 2);
  t.match(missing.json, { error: { code: 'station.folder_missing' } });

  const unlock = lockStation(placesIn(station.data, null));
  const busy = await station.ingest(root);
  unlock();
  t.equal(busy.code, 5, 'another process holds the data folder');
  t.match(errorOf(busy), { code: 'station.in_use', next: /\S/ });

  await putFile(join(station.folder, 'strange'), 'papers/note.txt', 10);
  const refused = await here(join(station.folder, 'strange'));
  t.equal(refused.code, 6, 'no profile fits');
  t.match(refused.json, { refused: 'no_profile' });

  await station.configure({ vault: { reserveMebibytes: 1_048_576 } });
  const full = await station.ingest(root);
  t.equal(full.code, 7, 'left on the recorder');
  t.match(reportOf(full).summary, { deferred: 1 });

  await station.configure({ vault: { reserve: 5 } });
  const wrong = await here(root);
  t.equal(wrong.code, 3, 'the configuration is wrong');
  t.match(wrong.json, { error: { code: 'config.invalid', field: 'vault.reserve' } });
});

t.test('people read the outcome in their language', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  await makeCard(root, 'words', { [gaName(1)]: 100 });
  const common = ['--config', station.config, '--data', station.data];
  const ran = await runDocket(['ingest', root, ...common], { env: { DOCKET_LANG: 'zh' } });
  t.equal(
    ran.stdout,
    'ST01-D000001：执法记录仪 1234567，已存证 1，此前已存 0，已暂存 0，失败 0，推迟 0，忽略 0\n',
  );
  t.equal(ran.stderr, '', 'nothing is drawn where there is no terminal');
});
