import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard, putFile } from '../support/cards.ts';
import { errorOf, reportOf } from '../support/reports.ts';
import { openAlarms, rowsOf, soundStation } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

t.test(
  'an unregistered recorder comes in as unassigned, or not at all where the unit orders so',
  async (t) => {
    const station = await testStation(t);
    const card = await makeCard(join(station.folder, 'card'), 'new', { [gaName(1)]: 2000 });
    const ran = await station.ingest(card.root);
    t.equal(ran.code, 0);
    t.equal(reportOf(ran).assigned, false);
    t.ok(openAlarms(station).includes('recorder_unregistered'));

    const strict = await testStation(t, { intake: { unregistered: 'refuse' } });
    const refused = await strict.ingest(card.root);
    t.equal(refused.code, 6);
    t.match(reportOf(refused), { refused: 'unregistered', recordings: [] });
    t.ok(openAlarms(strict).includes('recorder_refused'));
    t.same(rowsOf(strict, 'SELECT * FROM view_evidence'), []);
  },
);

t.test('a card that no device profile knows is refused with an alarm', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'stick');
  await putFile(root, 'holiday/beach.mp4', 2000);
  const ran = await station.ingest(root);
  t.equal(ran.code, 6, ran.stdout);
  t.match(reportOf(ran), { refused: 'no_profile', recordings: [] });
  t.ok(openAlarms(station).includes('card_refused'));
  const empty = join(station.folder, 'empty');
  mkdirSync(empty);
  t.equal((await station.ingest(empty)).code, 6, 'an empty folder is no card');
  t.same(await soundStation(station, []), []);
});

t.test('sources that disagree leave the card unassigned, with an alarm', async (t) => {
  const station = await testStation(t);
  const root = join(station.folder, 'card');
  const card = await makeCard(root, 'two', { [gaName(1, '1111111')]: 2000, [gaName(2, '2222222')]: 2001 });
  const ran = await station.ingest(root);
  t.equal(ran.code, 0);
  t.match(reportOf(ran), { recorder: `folder:${root}`, assigned: false });
  t.ok(openAlarms(station).includes('identity_conflict'));
  t.same(await soundStation(station, [card]), []);
});

t.test('a folder that is not there, or the station’s own, is no card', async (t) => {
  const station = await testStation(t);
  const missing = await station.ingest(join(station.folder, 'nothing'));
  t.equal(missing.code, 2);
  t.equal(errorOf(missing).code, 'station.folder_missing');
  const own = await station.ingest(join(station.vault, 'originals'));
  t.equal(own.code, 6);
  t.equal(errorOf(own).code, 'station.folder_inside');
});
