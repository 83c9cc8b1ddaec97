import { join } from 'node:path';
import t from 'tap';
import { loadConfig } from '../../src/config.ts';
import { openStation } from '../../src/station.ts';
import { gaName, makeCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere, openAlarms, rowsOf } from '../support/sound-station.ts';
import { type TestStation, testStation } from '../support/stations.ts';

const register = (station: TestStation, ...args: string[]): ReturnType<typeof docketHere> =>
  docketHere(station, ['register', ...args]);

async function entered(station: TestStation, ...rows: readonly (readonly string[])[]): Promise<void> {
  for (const row of rows) {
    const { code, text } = await register(station, 'set', ...row);
    if (code !== 0) throw new Error(text);
  }
}

t.test('a row is taken away with a reason, and everything that it held stays to be read', async (t) => {
  const station = await testStation(t);
  await entered(
    station,
    ['officers', 'number=222222', 'name=张三'],
    ['officers', 'number=222222', 'name=张三丰', 'front=是'],
  );
  t.match((await register(station, 'remove', 'officers', '222222', '--why', '重复录入')).json, {
    register: 'officers',
    key: '222222',
    removed: true,
  });
  t.match((await register(station, 'list', 'officers')).json, { rows: [] });
  t.match((await register(station, 'show', 'officers', '222222')).json, {
    error: { code: 'tagging.row_unknown' },
  });
  t.match((await register(station, 'history', 'officers', '222222')).json, {
    history: [
      { event: 'entered', actor: { id: /^os:/ }, values: { name: '张三' } },
      { event: 'changed', changes: [{ field: 'name', from: '张三', to: '张三丰' }, { to: 'yes' }] },
      { event: 'removed', cause: '重复录入', values: {}, changes: { length: 3 } },
    ],
  });
  t.match((await register(station, 'remove', 'officers', '222222', '--why', 'x')).json, {
    error: { code: 'tagging.row_unknown', field: 'KEY' },
  });
  await entered(station, ['officers', 'number=222222', 'name=王五']);
  t.match((await register(station, 'show', 'officers', '222222')).json, { values: { name: '王五' } });
  t.match((await docketHere(station, ['verify'])).json, { ok: true });
});

t.test('a row that others refer to stays, and so does one without a reason', async (t) => {
  const station = await testStation(t);
  await entered(
    station,
    ['units', 'code=U1', 'name=执法一队'],
    ['units', 'code=U2', 'name=中队', 'parent=U1'],
    ['officers', 'number=222222', 'name=张三', 'unit=U1'],
    ['rosters', 'officer=222222', 'from=2026-09-02 08:00', 'to=2026-09-02 18:00'],
  );
  const referred = await register(station, 'remove', 'units', 'U1', '--why', '撤并');
  t.equal(referred.code, 6);
  t.match(referred.json, {
    error: { code: 'tagging.row_referred', message: /2 other row.*units U2, officers 222222/ },
  });
  for (const why of ['', '  ', 'a\u001b[m', '理'.repeat(4_001)])
    t.match((await register(station, 'remove', 'units', 'U2', '--why', why)).json, {
      error: { code: 'station.value_wrong', field: 'why' },
    });
  t.match((await register(station, 'remove', 'units', 'U2')).json, {
    error: { code: 'cli.argument_missing' },
  });
  t.match((await register(station, 'remove', 'dogs', 'U2', '--why', 'x')).json, {
    error: { code: 'tagging.register_unknown' },
  });
  t.equal((await register(station, 'remove', 'rosters', '222222 2026-09-02 08:00', '--why', '错')).code, 0);
  t.equal((await register(station, 'remove', 'units', 'U2', '--why', '撤并')).code, 0);
});

t.test('a duty is changed by its time as it is written, and keeps what was not given', async (t) => {
  const station = await testStation(t);
  await entered(
    station,
    ['officers', 'number=222222', 'name=张三'],
    ['cases', 'number=C1', 'title=某案'],
    ['rosters', 'officer=222222', 'from=2026-09-02 08:00', 'to=2026-09-02 18:00', 'case=C1'],
    ['rosters', 'officer=222222', 'from=2026-09-02 08:00', 'returned=2026-09-02 18:20'],
  );
  t.match((await register(station, 'show', 'rosters', '222222 2026-09-02 08:00')).json, {
    key: '222222 2026-09-02T00:00:00Z',
    values: { to: '2026-09-02T10:00:00Z', returned: '2026-09-02T10:20:00Z', case: 'C1' },
  });
});

t.test('issue and return of a recorder can be read back, and who of the front line has none', async (t) => {
  const station = await testStation(t);
  const officer = (number: string, ...more: string[]): readonly string[] => [
    ...['officers', `number=${number}`, `name=张${number}`],
    ...more,
  ];
  await entered(
    station,
    officer('1', 'front=是'),
    officer('2', 'front=是', 'active=否'),
    officer('3', 'front=是'),
    officer('4'),
    ['recorders', 'number=R1', 'holder=1', 'issued=2026-09-01', 'state=在用'],
    ['recorders', 'number=CAM1', 'kind=照相机、摄像机', 'holder=3'],
  );
  const without = async (): Promise<readonly string[]> => {
    const { json } = await register(station, 'list', 'officers', '--without-recorder');
    return (json as { rows: readonly { key: string }[] }).rows.map(({ key }) => key);
  };
  t.strictSame(await without(), ['3'], 'a camera is no recorder');
  await entered(station, ['recorders', 'number=R1', 'returned=2026-09-20']);
  t.strictSame(await without(), ['1', '3'], 'handed back');
  await entered(station, ['recorders', 'number=R1', 'holder=3', 'issued=2026-09-21', 'returned=']);
  t.strictSame(await without(), ['1']);
  await entered(station, ['recorders', 'number=R1', 'state=维修']);
  t.strictSame(await without(), ['1', '3']);
  t.match((await register(station, 'list', 'recorders', '--without-recorder')).json, {
    error: { code: 'station.value_wrong', field: 'REGISTER' },
  });
  const chinese = await heardHere(
    ['register', 'history', 'recorders', 'R1', '--config', station.config, '--data', station.data],
    { language: 'zh' },
  );
  for (const line of ['录入', '持有人编号：– → 1', '归还日期：– → 2026-09-20', '更改', '状态：在用 → 维修'])
    t.match(chinese.out, line);
  t.match(chinese.out, '持有人编号：1 → 3');
});

t.test('there is one truth about recorders, wherever they were registered', async (t) => {
  const station = await testStation(t);
  const devices = async (): Promise<unknown> => (await docketHere(station, ['devices', 'list'])).json;
  const add = (...args: string[]): ReturnType<typeof docketHere> =>
    docketHere(station, ['devices', 'register', ...args]);
  t.equal((await add('1234567', '--holder', '张三')).code, 0);
  t.match((await register(station, 'show', 'recorders', '1234567')).json, {
    values: { kind: 'recorder', state: 'in_use' },
  });
  t.match(await devices(), { recorders: [{ recorder: '1234567', holder: '张三', state: 'in_use' }] });
  t.match((await register(station, 'history', 'recorders', '1234567')).json, {
    history: [{ event: 'entered' }, { event: 'registered', values: { holder: '张三' } }],
  });
  await entered(
    station,
    ['officers', 'number=222222', 'name=张三'],
    ['recorders', 'number=1234567', 'state=维修'],
  );
  t.equal((await add('1234567', '--holder', '222222')).code, 0);
  t.match((await register(station, 'show', 'recorders', '1234567')).json, {
    values: { holder: '222222', state: 'repair' },
  });
  t.match(await devices(), { recorders: [{ holder: '222222', state: 'repair' }] });
  t.match((await add('1234567', '--holder', '999999')).json, {
    error: { code: 'tagging.row_unknown', field: 'holder' },
  });
  t.match((await add('SN:0001/é x')).json, { registered: true }, 'serial numbers have signs in them');
  t.match((await register(station, 'set', 'recorders', 'number=folder:/x')).json, {
    error: { code: 'tagging.row_wrong' },
  });

  const card = await makeCard(join(station.folder, 'card'), 'one', { [gaName(1)]: 500 });
  t.match((await docketHere(station, ['ingest', card.root])).json, { assigned: true });
  t.equal((await register(station, 'remove', 'recorders', '1234567', '--why', '编号有误')).code, 0);
  t.match((await docketHere(station, ['ingest', card.root])).json, { assigned: false });
  t.ok(openAlarms(station).includes('recorder_unregistered'));
  t.match((await docketHere(station, ['verify'])).json, { ok: true });
});

t.test('what an earlier version registered apart from the register is entered there', async (t) => {
  const station = await testStation(t);
  await docketHere(station, ['devices', 'register', '1234567', '--holder', '张三']);
  await docketHere(station, ['register', 'remove', 'recorders', '1234567', '--why', '试']);
  // As that version has written it: an entry of its own, and no row.
  const config = loadConfig(station.config, { dataOverride: station.data, env: {} });
  const actor = { kind: 'person', id: 'os:clerk' } as const;
  const opened = await openStation(config, { actor, version: '0', log: () => undefined });
  await opened.room.ledger.append([
    {
      type: 'recorder.registered',
      actor,
      subject: { kind: 'recorder', id: '7654321' },
      data: { recorder: '7654321', profile: 'generic-dcim' },
      personal: {},
    },
  ]);
  await opened.close();
  await docketHere(station, ['judge']);
  await docketHere(station, ['judge']);
  t.match((await register(station, 'show', 'recorders', '7654321')).json, {
    values: { number: '7654321', profile: 'generic-dcim' },
    history: { length: 1 },
  });
  t.same(
    rowsOf(station, `SELECT key FROM view_register WHERE key = '1234567'`),
    [],
    'not what was taken away',
  );
});
