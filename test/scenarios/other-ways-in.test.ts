import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { gaName, makeCard, putFile, type TestCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere, openAlarms, rowsOf, soundStation } from '../support/sound-station.ts';
import { type TestStation, testStation } from '../support/stations.ts';

const handed = ['--handed-in-by', '张三', '--why', '现场监控调取'];

/** An export as a surveillance system writes one: folders by day, a player beside the recordings. */
async function surveillanceExport(station: TestStation): Promise<TestCard> {
  const root = join(station.folder, 'export');
  const card = await makeCard(root, 'export', {
    '2026-09-02/ch01_20260902180118.mp4': 3_000,
    '2026-09-02/192.168.1.64_01_20260902183000123.dav': 2_000,
    '2026-09-02/无名.avi': 1_000,
  });
  await putFile(root, 'Player.exe', 500);
  return card;
}

async function register(station: TestStation, ...rows: readonly (readonly string[])[]): Promise<void> {
  for (const row of rows) {
    const { code, text } = await docketHere(station, ['register', 'set', ...row]);
    if (code !== 0) throw new Error(text);
  }
}

const types = (station: TestStation): readonly string[] =>
  rowsOf<{ type: string }>(station, 'SELECT type FROM view_entry ORDER BY seq').map(({ type }) => type);

t.test(
  'a surveillance export comes in by hand with who brought it and why, and is evidence like any other',
  async (t) => {
    const station = await testStation(t);
    const card = await surveillanceExport(station);
    const ingest = (...more: string[]): ReturnType<typeof docketHere> =>
      docketHere(station, ['ingest', card.root, ...more]);
    const docked = await ingest();
    t.equal(docked.code, 6, 'such a folder is no docked card');
    t.match(docked.json, { refused: 'no_profile', way: 'dock' });
    t.strictSame(openAlarms(station), ['card_refused']);
    t.equal((await docketHere(station, ['devices', 'test', card.root])).code, 6);
    t.match((await docketHere(station, ['devices', 'test', card.root, '--from', 'surveillance'])).json, {
      profile: { id: 'handed-in-media' },
      recordings: { length: 3 },
    });

    await register(
      station,
      ['officers', 'number=222222', 'name=王五'],
      ['recorders', 'number=NVR-03', 'kind=视频监控导出'],
    );
    const second = ['--seal', '封-0017', '--second-person', '222222', '--recorder', 'NVR-03'];
    const ran = await ingest('--from', 'surveillance', ...handed, ...second);
    t.equal(ran.code, 0, ran.text);
    t.match(ran.json, {
      ...{ way: 'surveillance', recorder: 'NVR-03', assigned: true, profile: 'handed-in-media' },
      claims: [{ source: 'person', value: 'NVR-03' }],
      summary: { stored: 3, ignored: 1 },
    });
    t.strictSame(openAlarms(station), [], 'what was refused has come in');
    t.same(await soundStation(station, [card]), []);

    const { json } = await docketHere(station, ['evidence', 'list']);
    t.match(json, { evidence: [{ way: 'surveillance' }, { way: 'surveillance' }, { way: 'surveillance' }] });
    const { evidence } = json as { evidence: readonly { evidenceId: string; named: { start: string } }[] };
    t.match(evidence.map(({ named }) => String(named.start)).sort(), [
      '2026-09-02T18:01:18',
      '2026-09-02T18:30:00',
      'null',
    ]);
    const shown = await docketHere(station, ['evidence', 'show', evidence[0]?.evidenceId ?? '']);
    t.match(shown.json, {
      handedIn: {
        ...{ way: 'surveillance', by: '张三', officer: null, second: '222222', secondOfficer: '222222' },
        ...{ cause: '现场监控调取', seal: '封-0017', recorder: 'NVR-03', actor: /^os:/ },
      },
      history: [
        { type: 'docking.handed_in', words: /surveillance export.*张三.*222222.*封-0017.*现场监控调取/ },
      ],
    });
    const words = await heardHere(
      ['evidence', 'show', evidence[0]?.evidenceId ?? '', '--config', station.config, '--data', station.data],
      { language: 'zh' },
    );
    t.match(words.out, '视频监控导出，张三 移交；在场第二人 222222；封签 封-0017；事由：现场监控调取');
    t.match(words.out, '归属 NVR-03 系移交人所述');
    t.match((await docketHere(station, ['docking', 'list'])).json, {
      dockings: [{ handedIn: { way: 'surveillance' } }, { handedIn: null }],
    });
    t.match((await docketHere(station, ['ingest', card.root, '--from', 'surveillance', ...handed])).json, {
      recorder: `folder:${card.root}`,
      assigned: false,
    });
    t.notOk(openAlarms(station).includes('recorder_unregistered'), 'who brought it answers for it');
  },
);

t.test('who hands it in is in the ledger before anything is read', async (t) => {
  const station = await testStation(t);
  const card = await surveillanceExport(station);
  await docketHere(station, ['ingest', card.root, '--from', 'camera', ...handed]);
  const order = types(station);
  t.strictSame(order.filter((type) => /^docking|secured/.test(type)).slice(0, 5), [
    'docking.started',
    'docking.handed_in',
    'docking.identified',
    'docking.listed',
    'recording.secured',
  ]);
  const leaves = rowsOf<{ leaf: Buffer }>(station, 'SELECT leaf FROM ledger_entry')
    .map(({ leaf }) => leaf.toString('utf8'))
    .join('\n');
  t.notMatch(leaves, '张三', 'and names are not in its leaves');
  t.notMatch(leaves, '现场监控');
});

/** A recorder's card in a reader, bound to 1234567. */
async function cardInReader(station: TestStation): Promise<TestCard> {
  const card = await makeCard(join(station.folder, 'card'), 'reader', { [gaName(1)]: 2_000 });
  writeFileSync(join(card.root, 'ID.txt'), '1234567\r\n');
  await docketHere(station, ['devices', 'register', '1234567']);
  await docketHere(station, ['devices', 'register', '7654321']);
  return card;
}

t.test('whose card it is: a person’s word assigns what says nothing, and beats no mark', async (t) => {
  const station = await testStation(t);
  const card = await cardInReader(station);
  const ingest = (...more: string[]): ReturnType<typeof docketHere> =>
    docketHere(station, ['ingest', card.root, '--from', 'reader', ...handed, ...more]);
  const contradicted = await ingest('--recorder', '7654321');
  t.equal(contradicted.code, 6);
  t.match(contradicted.json, {
    ...{ refused: 'recorder_contradicted', assigned: false, recordings: [] },
    claims: [
      { source: 'person', value: '7654321' },
      { source: 'marker', value: '1234567' },
      { source: 'file_names', value: '1234567' },
    ],
  });
  t.same(rowsOf(station, 'SELECT * FROM view_evidence'), [], 'nothing was read');
  const english = await heardHere([
    ...['ingest', card.root, '--from', 'reader', ...handed, '--recorder', '7654321'],
    ...['--config', station.config, '--data', station.data],
  ]);
  t.match(english.out, /person 7654321, marker 1234567.*Without --recorder its own marks decide/);
  t.match((await ingest('--recorder', '1234567')).json, { recorder: '1234567', assigned: true });
  t.match((await ingest()).json, { recorder: '1234567', summary: { alreadyStored: 1 } });

  const bare = await makeCard(join(station.folder, 'bare'), 'bare', { 'DCIM/100MEDIA/MOVI0001.avi': 700 });
  const named = await docketHere(station, [
    ...['ingest', bare.root, '--from', 'reader', ...handed, '--recorder', '7654321'],
  ]);
  t.match(named.json, {
    ...{ recorder: '7654321', assigned: true, profile: 'generic-dcim' },
    claims: [{ source: 'person', value: '7654321' }],
  });
  t.same(await soundStation(station, [card, bare]), []);
});

t.test('a reader takes recorders’ cards only, and a unit that refuses strangers still does', async (t) => {
  const station = await testStation(t, { intake: { unregistered: 'refuse' } });
  const media = await surveillanceExport(station);
  const refused = await docketHere(station, ['ingest', media.root, '--from', 'reader', ...handed]);
  t.match(refused.json, { refused: 'no_profile' });
  t.match((await docketHere(station, ['ingest', media.root, '--from', 'other', ...handed])).json, {
    refused: null,
    summary: { stored: 3 },
  });
  const card = await makeCard(join(station.folder, 'card'), 'strange', { [gaName(1)]: 500 });
  t.match((await docketHere(station, ['ingest', card.root, '--from', 'reader', ...handed])).json, {
    refused: 'unregistered',
  });
});

async function badInput(t: Test, station: TestStation, folder: string): Promise<void> {
  const surveillance = ['--from', 'surveillance'];
  const from = [...surveillance, ...handed];
  const table: readonly (readonly [readonly string[], number, string, string])[] = [
    [['--from', 'dock', ...handed], 2, 'station.value_wrong', 'from'],
    [surveillance, 2, 'cli.argument_missing', 'handed-in-by'],
    [[...surveillance, '--handed-in-by', '张三'], 2, 'cli.argument_missing', 'why'],
    [handed, 2, 'cli.option_needs', 'handed-in-by'],
    [['--recorder', 'NVR-03'], 2, 'cli.option_needs', 'recorder'],
    [['--seal', '1'], 2, 'cli.option_needs', 'seal'],
    [[...surveillance, '--handed-in-by', ' ', '--why', 'x'], 2, 'station.value_wrong', 'handed-in-by'],
    [[...surveillance, '--handed-in-by', '张三', '--why', '\t\n'], 2, 'station.value_wrong', 'why'],
    [[...surveillance, '--handed-in-by', '张三', '--why', 'a\u0007'], 2, 'station.value_wrong', 'why'],
    [
      [...surveillance, '--handed-in-by', '张三', '--why', '事'.repeat(4_001)],
      2,
      'station.value_wrong',
      'why',
    ],
    [[...from, '--seal', '封'.repeat(101)], 2, 'station.value_wrong', 'seal'],
    [[...surveillance, '--handed-in-by', '999999', '--why', 'x'], 2, 'tagging.row_unknown', 'handed-in-by'],
    [[...from, '--second-person', '999999'], 2, 'tagging.row_unknown', 'second-person'],
    [[...from, '--second-person', '张三'], 2, 'station.second_same', 'second-person'],
    [[...from, '--second-person', '222222'], 2, 'station.second_same', 'second-person'],
    [[...from, '--recorder', 'NVR-99'], 2, 'station.recorder_unknown', 'recorder'],
  ];
  for (const [args, code, problem, field] of table) {
    const ran = await docketHere(station, ['ingest', folder, ...args]);
    t.equal(ran.code, code, args.join(' ').slice(0, 80));
    t.match(ran.json, { error: { code: problem, field } }, args.join(' ').slice(0, 80));
  }
}

t.test('what cannot be so is refused with what is wrong, and nothing is read', async (t) => {
  const station = await testStation(t);
  const { root } = await surveillanceExport(station);
  // The same person under a name and under a number.
  await register(station, ['officers', 'number=222222', 'name=张三']);
  await badInput(t, station, root);
  const own = await docketHere(station, ['ingest', station.vault, '--from', 'other', ...handed]);
  t.match(own.json, { error: { code: 'station.folder_inside' } });
  const nowhere = await docketHere(station, ['ingest', join(root, 'no'), '--from', 'other', ...handed]);
  t.match(nowhere.json, { error: { code: 'station.folder_missing' } });
  t.notOk(types(station).includes('docking.started'));
  const empty = join(station.folder, 'empty');
  mkdirSync(empty);
  t.match((await docketHere(station, ['ingest', empty, '--from', 'camera', ...handed])).json, {
    refused: 'no_profile',
  });
  const longest = ['--from', 'other', '--handed-in-by', '222222', '--why', '事'.repeat(4_000)];
  t.equal((await docketHere(station, ['ingest', root, ...longest])).code, 0, '4,000 characters are said');
  t.match(rowsOf(station, `SELECT officer FROM view_handed_in WHERE officer = '222222'`), [{}]);
});
