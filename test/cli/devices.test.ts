import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard, putFile } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

t.test('a folder is tried on the device profiles without a station', async (t) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'docket-devices-')));
  t.teardown(() => rm(folder, { recursive: true }));
  const root = join(folder, 'card');
  await makeCard(root, 'test', { [gaName(1)]: 100, [gaName(2, '1234567', '_IMP')]: 200 });
  const data = ['--data', join(folder, 'no-station')];
  const fits = await heardHere(['devices', 'test', root, ...data, '--json']);
  t.equal(fits.code, 0);
  t.match(fits.json, {
    root,
    profile: { id: 'generic-ga-t-947' },
    identity: { recorder: '1234567', assigned: true },
    recordings: [{ named: { device: '1234567', officer: '222222' } }, { named: { important: true } }],
  });
  t.match(
    (await heardHere(['devices', 'test', root, ...data], { language: 'zh' })).out,
    '符合设备型号档案 generic-ga-t-947',
  );

  await putFile(join(folder, 'strange'), 'papers/note.txt', 10);
  const fitsNone = await heardHere(['devices', 'test', join(folder, 'strange'), ...data, '--json']);
  t.equal(fitsNone.code, 6, 'it would be refused');
  t.match(fitsNone.json, { profile: null });
  const nowhere = await heardHere(['devices', 'test', join(folder, 'nowhere'), ...data, '--json']);
  t.equal(nowhere.code, 2);
  t.match(nowhere.json, { error: { code: 'dock.card_unreadable' } });
});

t.test('a registered recorder comes in as assigned and without an alarm', async (t) => {
  const station = await testStation(t);
  const wrong = await docketHere(station, ['devices', 'register', '1234567', '--profile', 'acme']);
  t.equal(wrong.code, 2);
  t.match(wrong.json, { error: { code: 'station.value_wrong', field: 'profile' } });
  const args = ['devices', 'register', '1234567', '--profile', 'generic-ga-t-947', '--holder', '张三'];
  t.match((await docketHere(station, args)).json, { recorder: '1234567', registered: true });
  const card = await makeCard(join(station.folder, 'card'), 'known', { [gaName(1)]: 100 });
  t.match((await docketHere(station, ['ingest', card.root])).json, { assigned: true });
  t.match((await docketHere(station, ['alarms', 'list', '--all'])).json, { alarms: [] });
  const { json } = await docketHere(station, ['devices', 'list']);
  t.match(json, {
    recorders: [{ recorder: '1234567', holder: '张三', registered: /Z$/, lastSeen: /Z$/ }],
  });
  const { profiles } = json as { profiles: readonly { id: string }[] };
  t.ok(profiles.some(({ id }) => id === 'generic-ga-t-947'));
});
