import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { makeCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere } from '../support/sound-station.ts';
import { type TestStation, testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';
import { wav } from '../support/wav.ts';

const began = Temporal.ZonedDateTime.from('2026-09-02T18:00:00+08:00[Asia/Shanghai]');

/** Segments of twenty seconds, numbered, each with a start of its own. */
function segment(number: number): readonly [string, Buffer] {
  const start = began.add({ seconds: (number - 1) * 20 }).toPlainDateTime();
  const stamp = start.toString({ smallestUnit: 'second' }).replaceAll(/\D/g, '');
  return [
    `DCIM/AUDIO/DSJ_1234567_222222_${stamp}_${String(number).padStart(4, '0')}.wav`,
    wav(20, 0x70 + number),
  ];
}

async function dock(station: TestStation, ...numbers: readonly number[]): Promise<void> {
  const root = join(station.folder, '01');
  const card = await makeCard(root, 'card', Object.fromEntries(numbers.map(segment)));
  const run = await docketHere(station, ['ingest', card.root]);
  t.equal(run.code, 0, run.text);
}

interface Listed {
  readonly findings: readonly {
    readonly finding: string;
    readonly code: string;
    readonly state: string;
    readonly evidence: readonly string[];
    readonly words: string;
  }[];
}

async function findings(station: TestStation, ...args: readonly string[]): Promise<Listed['findings']> {
  const { json } = await docketHere(station, ['finding', 'list', ...args]);
  return (json as Listed).findings;
}

async function foundStation(t: Test): Promise<TestStation> {
  const station = await testStation(t);
  await dock(station, 1, 2, 4, 5);
  const judged = await docketHere(station, ['judge']);
  t.match(judged.json, { timed: 4, findings: 1, withdrawn: 0 });
  return station;
}

t.test(
  'a missing segment is listed, shown with its evidence and session, and falls when it arrives',
  async (t) => {
    const station = await foundStation(t);
    const [one, ...others] = await findings(station);
    t.match(one, {
      finding: 'ST01-F000001',
      code: 'segments_missing',
      state: 'open',
      evidence: { length: 2 },
    });
    t.match(
      one?.words,
      /segment 3 is missing between ST01-2026-\d+ \(segment 2\) and ST01-2026-\d+ \(segment 4\)/,
    );
    t.same(others, []);
    const [before = '', after = ''] = one?.evidence ?? [];
    for (const about of [['--evidence', after], ['--session', 'ST01-S000001'], ['--all']])
      t.equal((await findings(station, ...about)).length, 1, about.join(' '));
    t.same(await findings(station, '--evidence', 'ST01-2026-0009999'), []);
    t.match((await docketHere(station, ['evidence', 'show', before])).json, {
      findings: [{ finding: 'ST01-F000001', words: /segment 3/ }],
    });
    t.match((await docketHere(station, ['session', 'show', 'ST01-S000001'])).json, {
      findings: [{ finding: 'ST01-F000001' }],
    });

    await dock(station, 1, 2, 3, 4, 5);
    t.match((await docketHere(station, ['judge'])).json, { findings: 0, withdrawn: 1 });
    t.same(await findings(station), []);
    t.match(await findings(station, '--all'), [{ state: 'withdrawn' }]);
    t.match((await docketHere(station, ['finding', 'show', 'ST01-F000001'])).json, {
      because: 'arrived',
      history: [{ type: 'finding.made' }, { type: 'finding.withdrawn' }],
    });
    t.match((await docketHere(station, ['evidence', 'show', before])).json, { findings: [] });
    t.equal((await docketHere(station, ['verify'])).code, 0);
  },
);

t.test('a statement on the interruption is attached, with its file in the vault', async (t) => {
  const station = await foundStation(t);
  const file = join(station.folder, '中断说明.txt');
  writeFileSync(file, '电池耗尽，更换后继续\n');
  const said = ['--who', '张三', '--when', '2026-09-02T18:00:40+08:00', '--why', '电池耗尽'];
  const signed = ['--signed-by', '李四', '--text', '更换电池后继续录制', '--attach', file];
  const explained = await docketHere(station, ['finding', 'explain', 'ST01-F000001', ...said, ...signed]);
  t.match(explained.json, {
    state: 'explained',
    attachments: [{ name: '中断说明.txt', sha256: /^[0-9a-f]{64}$/ }],
  });
  t.match((await docketHere(station, ['finding', 'show', 'ST01-F000001'])).json, {
    state: 'explained',
    statement: {
      ...{ who: '张三', when: '2026-09-02T10:00:40Z', why: '电池耗尽', signedBy: '李四' },
      attachments: [{ name: '中断说明.txt', object: /^originals\// }],
    },
  });
  const { attachments } = explained.json as { attachments: [{ sha256: string }] };
  const { sha256 } = attachments[0];
  const object = join(station.vault, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  t.equal(readFileSync(object, 'utf8'), '电池耗尽，更换后继续\n');
  t.same(await findings(station), [], 'it is not open any more');

  const ours = ['--attach', join(station.data, 'keys', 'station.key')];
  const key = await docketHere(station, [
    'finding',
    'explain',
    'ST01-F000001',
    ...said,
    '--signed-by',
    '李四',
    ...ours,
  ]);
  t.match(key.json, { error: { code: 'station.attachment_wrong' } });
  const dismissed = await docketHere(station, ['finding', 'dismiss', 'ST01-F000001', '--reason', '无']);
  t.equal(dismissed.code, 6);
  t.match(dismissed.json, { error: { code: 'tagging.finding_settled' } });
  t.match((await docketHere(station, ['verify', '--vault', 'full'])).json, { ok: true });

  for (const language of ['zh', 'en'] as const) {
    const shown = await heardHere(
      ['finding', 'show', 'ST01-F000001', '--config', station.config, '--data', station.data],
      { language },
    );
    t.match(
      shown.out,
      language === 'zh'
        ? /缺少第 3 段[\s\S]*签名 +李四[\s\S]*对发现 ST01-F000001 作出说明/
        : /segment 3 is missing[\s\S]*signed by +李四/,
    );
    const session = await heardHere(
      ['session', 'show', 'ST01-S000001', '--config', station.config, '--data', station.data],
      { language },
    );
    t.match(
      session.out,
      language === 'zh'
        ? /连续性发现\n {2}ST01-F000001 {2}分段缺失 \(已说明\)/
        : /Findings\n {2}ST01-F000001 {2}segments missing \(explained\)/,
    );
  }
});

t.test('one is put aside with a reason; what is wrong is told', async (t) => {
  const station = await foundStation(t);
  const done = await docketHere(station, [
    'finding',
    'dismiss',
    'ST01-F000001',
    '--reason',
    '已核对纸质记录',
  ]);
  t.match(done.json, { finding: 'ST01-F000001', state: 'dismissed' });
  t.match(await findings(station, '--all'), [{ state: 'dismissed' }]);
  const statement = ['--who', '张三', '--why', '故障', '--signed-by', '李四'];
  for (const [args, code, field] of [
    [['dismiss', 'ST01-F000009', '--reason', 'x'], 2, 'ID'],
    [['dismiss', 'ST01-F000001', '--reason', '\u200b'], 2, 'reason'],
    [['explain', 'ST01-F000001', ...statement, '--when', '2026-09-02T18:00:40'], 2, 'when'],
    [['explain', 'ST01-F000009', ...statement, '--when', '2026-09-02T18:00:40+08:00'], 2, 'ID'],
    [['show', 'ST01-F000009'], 2, 'ID'],
    [['list', '--limit', '0'], 2, 'limit'],
  ] as const) {
    const ran = await docketHere(station, ['finding', ...args]);
    t.equal(ran.code, code, args.join(' '));
    t.match(ran.json, { error: { field } }, args.join(' '));
  }
  t.equal((await docketHere(station, ['finding', 'list', '--open', '--all'])).code, 2);
});

t.test('a daemon finds by itself, and takes what persons say', async (t) => {
  const station = await testStation(t);
  const folder = join(station.folder, 'dock');
  mkdirSync(folder);
  await station.configure({ dock: { folders: [{ path: folder, kind: 'cards' }], scanMilliseconds: 50 } });
  const daemon = station.start(['serve']);
  t.teardown(() => daemon.child.kill('SIGKILL'));
  await daemon.heard(/is ready/);
  const card = await makeCard(join(station.folder, '01'), 'card', Object.fromEntries([1, 2, 4].map(segment)));
  await rename(card.root, join(folder, '01'));
  await until('there is a finding', async () => (await findings(station)).length > 0);
  const statement = [
    '--who',
    '张三',
    '--when',
    '2026-09-02T18:00:40+08:00',
    '--why',
    '故障',
    '--signed-by',
    '李四',
  ];
  const explained = await docketHere(station, ['finding', 'explain', 'ST01-F000001', ...statement]);
  t.equal(explained.code, 0, explained.text);
  t.match(await findings(station, '--all'), [{ state: 'explained' }]);
  daemon.signal('SIGTERM');
  t.equal((await daemon.ended).code, 0);
  t.equal((await docketHere(station, ['verify'])).code, 0);
});
