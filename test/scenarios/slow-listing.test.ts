import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { recordingAt, reportOf } from '../support/reports.ts';
import { soundStation } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

t.test('a card whose listing takes longer than a stall is no stalled one while it answers', async (t) => {
  const station = await testStation(t);
  await station.configure({ intake: { stallSeconds: 3 } });
  const card = await makeCard(join(station.folder, 'card'), 'P1', { [gaName(1)]: 100 });
  const others = Array.from({ length: 20 }, (_, index) => join(card.root, `${index}.idx`));
  for (const path of others) writeFileSync(path, '');
  // Half a second each, two at a time: five seconds.
  const slow = others.flatMap((path) => ['-P', path]);
  const inject = ['-e', 'trace=statx', '-e', 'inject=statx:delay_enter=500000'];
  const ran = await station.ingest(card.root, { strace: ['-o', '/dev/null', ...slow, ...inject] });
  t.equal(ran.code, 0, ran.stdout);
  t.match(recordingAt(ran, gaName(1)), { state: 'stored' });
  t.match(reportOf(ran), { summary: { stored: 1, ignored: 20 } });
  t.same(await soundStation(station, [card]), []);
});
