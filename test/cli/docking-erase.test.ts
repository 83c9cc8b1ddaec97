import { mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import t from 'tap';
import { type Daemon, startDaemon } from '../../src/cli/run-daemon.ts';
import { loadConfig } from '../../src/config.ts';
import { allowed, recorder, there, unit } from '../erasing/erasing-station.ts';
import { gaName, makeCard, putFile } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { rowsOf } from '../support/sound-station.ts';
import { type TestStation, testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

async function daemonOf(station: TestStation): Promise<Daemon> {
  const config = loadConfig(station.config, { dataOverride: station.data, env: {} });
  return await startDaemon(config, {
    ...{ log: pino({ level: 'silent' }), language: 'en', configFile: null, onChange: () => undefined },
  });
}

t.test('what may go is shown, confirmed and taken off at the command line, in both languages', async (t) => {
  const station = await testStation(t);
  const dock = join(station.folder, 'dock');
  mkdirSync(dock);
  await station.configure({
    intake: { settleSeconds: 0 },
    dock: { folders: [{ path: dock, kind: 'cards' }], scanMilliseconds: 50, usb: { mode: 'off' } },
    erasing: allowed,
  });
  const here = (args: readonly string[], language: 'zh' | 'en' = 'en') =>
    heardHere([...args, '--config', station.config, '--data', station.data], { language });
  t.equal((await here(['docking', 'erase', 'ST01-D000001'])).code, 2, 'without a daemon nothing is docked');
  t.equal((await here(['docking', 'erase', 'ST01-D000001', '--confirm', 'yes'])).code, 2, 'a digest is none');
  const daemon = await daemonOf(station);
  try {
    await here(['register', 'set', 'units', `code=${unit}`, 'name=应急管理局']);
    await here(['register', 'set', 'officers', 'number=222222', 'name=张三', `unit=${unit}`]);
    await here(['register', 'set', 'recorders', `number=${recorder}`, 'holder=222222']);
    const made = await makeCard(join(station.folder, 'made'), 'card', {
      [gaName(1)]: 3_000,
      [gaName(2)]: 2_000,
    });
    await putFile(made.root, 'readme.doc', 10);
    await rename(made.root, join(dock, '01'));
    const card = { ...made, root: join(dock, '01') };
    const isOver = 'SELECT docking FROM view_docking WHERE completed IS NOT NULL';
    await until('it is gone through', () => rowsOf(station, isOver).length > 0);
    const docking = 'ST01-D000001';
    await until('its list can be shown', async () => (await here(['docking', 'erase', docking])).code === 0);

    const zh = await here(['docking', 'erase', docking], 'zh');
    t.match(zh.out, /可清除 2 个文件[\s\S]*readme\.doc[\s\S]*--confirm [0-9a-f]{64}/);
    const { json } = await here(['docking', 'erase', docking, '--json']);
    t.match(json, { docking, recorder, files: [{ path: gaName(1), bytes: 3_000 }, { path: gaName(2) }] });
    t.match(json, { staying: [{ path: 'readme.doc', reason: 'not_a_recording' }] });
    const wrong = await here(['docking', 'erase', docking, '--confirm', '0'.repeat(64), '--json']);
    t.equal(wrong.code, 6);
    t.match(wrong.json, { error: { code: 'erasing.list_changed', field: '--confirm' } });
    const { list } = json as { list: string };
    const erased = await here(['docking', 'erase', docking, '--confirm', list]);
    t.equal(erased.code, 0, erased.err);
    t.match(erased.out, /2 file\(s\) removed, 0 kept/);
    t.same(there(card), []);

    t.match(
      (await here(['docking', 'show', docking])).out,
      /safe to take[\s\S]*confirmed by a person {2}os:\S+ {2}2 file/,
    );
    t.match((await here(['docking', 'show', docking], 'zh')).out, /清除：[\s\S]*人工确认/);
    t.match((await here(['docking', 'show', docking, '--json'])).json, {
      ...{ docking, live: { phase: 'complete', erased: { gone: 2, kept: 0 } } },
      erasings: [{ erasing: `${docking}/1`, because: 'done', gone: 2, goneBytes: 5_000, kept: [] }],
    });
    const history = await here(['ledger', 'list', '--limit', '1000', '--json']);
    const words = (history.json as { entries: { type: string; words: string }[] }).entries
      .filter(({ type }) => type.startsWith('erasing.'))
      .map((one) => one.words);
    t.match(words.join('\n'), /is equal to its original in the vault[\s\S]*ended \(everything on the list/);
    t.notMatch(words.join('\n'), /\{|–/, 'nothing is left unsaid');
  } finally {
    await daemon.stop();
    await daemon.station.close();
  }
  t.equal((await here(['docking', 'show', 'ST01-D000009'])).code, 2);
  t.match((await here(['docking', 'show', 'ST01-D000001'])).out, /Erased:/, 'without a daemon too');
});
