import { mkdirSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { docketHere, rowsOf, soundStation } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';
import { recording } from '../viewing/samples.ts';

t.test(
  'an officer docks, and minutes later the recordings can be watched; the originals are untouched',
  async (t) => {
    const station = await testStation(t);
    const dock = join(station.folder, 'dock');
    mkdirSync(dock);
    const folders = [{ path: dock, kind: 'cards' }];
    await station.configure({
      dock: { folders, scanMilliseconds: 50 },
      viewing: { make: 'all', height: 240 },
    });
    const card = await makeCard(join(station.folder, '01'), 'card', {
      [gaName(1)]: readFileSync(recording(station.folder, 'a.mp4', 2)),
      [gaName(2)]: 5_000,
    });
    const daemon = station.start(['serve']);
    t.teardown(() => daemon.child.kill('SIGKILL'));
    await daemon.heard(/is ready/);
    await rename(card.root, join(dock, '01'));
    await until(
      'both have an outcome',
      () => rowsOf(station, 'SELECT 1 FROM view_viewing_copy').length === 2,
    );

    t.match((await docketHere(station, ['status'])).json, {
      viewing: { made: 1, failed: 1, waiting: 0, live: { underWay: [], paused: null } },
    });
    t.equal((await docketHere(station, ['viewing', 'verify'])).code, 0);
    const { copies } = (await docketHere(station, ['viewing', 'list', '--state', 'made'])).json as {
      copies: readonly { said: { evidence: string } }[];
    };
    const evidence = copies[0]?.said.evidence ?? '';
    t.match((await docketHere(station, ['viewing', 'make', evidence])).json, { state: 'made' }, 'it stands');
    t.equal((await docketHere(station, ['viewing', 'remove', evidence])).code, 0);
    t.match(
      (await docketHere(station, ['viewing', 'make', evidence])).json,
      { state: 'made' },
      'made once more',
    );

    daemon.child.kill('SIGTERM');
    t.equal((await daemon.ended).code, 0);
    const there = { root: join(dock, '01'), recordings: card.recordings };
    t.same(await soundStation(station, [there]), []);
  },
);
