import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { createActs, stepsOf } from '../../src/vault/local/steps.ts';
import { gaName, makeCard } from '../support/cards.ts';
import { docketHere, soundStation } from '../support/sound-station.ts';
import { bareStation } from '../support/stations.ts';

const points = [
  'station.begun',
  'station.key',
  ...stepsOf(createActs),
  'ledger.commit.before',
  'ledger.commit.after',
  'station.ledger',
];

t.test(
  'killed or refused by the disk at any step of init, the next init completes the same station',
  async (t) => {
    for (const [i, point] of points.entries()) {
      const deed = i % 2 === 0 ? 'kill' : i % 4 === 1 ? 'eio' : 'enospc';
      const station = await bareStation();
      const struck = await station.run(['init'], { fault: `${point}:1:${deed}` });
      t.ok(struck.signal === 'SIGKILL' || struck.code !== 0, `init comes past ${point}`);
      const unfinished = readFileSync(join(station.data, 'station.json'), 'utf8');
      t.equal((await docketHere(station, ['ingest', station.folder])).code, 4, 'it is no station yet');
      const completed = await docketHere(station, ['init']);
      t.equal(completed.code, 0, point);
      const { administrator } = completed.json as { administrator: { oneTimePassword: string } };
      t.match(administrator.oneTimePassword, /^[a-z0-9-]{23}$/, 'one who was told no password is told one');
      t.match((await docketHere(station, ['account', 'list'])).json, { accounts: { length: 1 } });
      const whole = readFileSync(join(station.data, 'station.json'), 'utf8');
      t.equal(whole, unfinished.replace('"complete": false', '"complete": true'), 'the same station');
      const card = await makeCard(join(station.folder, 'card'), point, { [gaName(1)]: 500 });
      t.equal((await docketHere(station, ['ingest', card.root])).code, 0);
      t.same(await soundStation(station, [card]), [], `${deed} at ${point}`);
      await station.remove();
    }
  },
);

t.test('init over what is left of a station whose file is lost makes no second one', async (t) => {
  const station = await bareStation();
  t.teardown(() => station.remove());
  t.equal((await docketHere(station, ['init'])).code, 0);
  await rm(join(station.data, 'station.json'));
  const again = await docketHere(station, ['init']);
  t.equal(again.code, 6);
  t.match(again.json, { error: { code: 'station.file_damaged', next: /backup/ } });
  t.equal((await docketHere(station, ['ingest', station.folder])).code, 4);
});
