import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import t from 'tap';
import writeExcelFile from 'write-excel-file/node';
import { makeCard } from '../support/cards.ts';
import { docketHere, openAlarms } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

const officers = ['执法人员编号,姓名,单位代码,在职', '222222,张三,U1,是', '333333,李四,U1,是', ''].join(
  '\r\n',
);

t.test('lists are imported as spreadsheets come, and tell what they would do before', async (t) => {
  const station = await testStation(t);
  const file = join(station.folder, '人员.csv');
  writeFileSync(file, officers);
  const dangling = await docketHere(station, ['register', 'import', 'officers', file]);
  t.equal(dangling.code, 6, 'nothing is half applied');
  t.match(dangling.json, {
    import: null,
    errors: [
      { line: 2, column: '单位代码', problem: 'refers_to_nothing', found: 'U1' },
      { line: 3, column: '单位代码' },
    ],
  });
  const unit = await docketHere(station, ['register', 'set', 'units', 'code=U1', 'name=执法一队']);
  t.match(unit.json, { key: 'U1', values: { code: 'U1', name: '执法一队' } });
  const dry = await docketHere(station, ['register', 'import', 'officers', file, '--dry-run']);
  t.equal(dry.code, 0);
  t.match(dry.json, { import: null, added: 2, changed: 0, errors: [] });
  t.match((await docketHere(station, ['register', 'list', 'officers'])).json, { rows: [] });
  const done = await docketHere(station, ['register', 'import', 'officers', file]);
  t.match(done.json, { import: /^[0-9a-f-]{36}$/, added: 2, changed: 0, unchanged: 0 });
  t.match((await docketHere(station, ['register', 'list', 'officers', '--limit', '1'])).json, {
    rows: [{ key: '222222', values: { name: '张三', unit: 'U1', active: 'yes' } }],
    next: '222222',
  });

  writeFileSync(file, officers.replace('李四', '李四光'));
  const again = await docketHere(station, ['register', 'import', 'officers', file]);
  t.match(again.json, { added: 0, changed: 1, unchanged: 1 });
  const shown = await docketHere(station, ['register', 'show', 'officers', '333333']);
  t.match(shown.json, {
    values: { name: '李四光' },
    history: [{ values: { name: '李四' } }, { values: { name: '李四光' } }],
  });
  t.match((await docketHere(station, ['verify'])).json, { ok: true });
});

t.test('a workbook, UTF-8 and GB 18030 read right; what is no table is refused', async (t) => {
  const station = await testStation(t);
  const file = join(station.folder, 'units');
  const import_ = (): ReturnType<typeof docketHere> =>
    docketHere(station, ['register', 'import', 'units', file]);
  const rows = [
    [{ value: '单位代码' }, { value: '单位名称' }],
    [{ value: 1 }, { value: '=HYPERLINK("http://evil")' }],
  ];
  writeFileSync(file, await writeExcelFile(rows).toBuffer());
  t.match((await import_()).json, { added: 1 });
  // 单位代码,单位名称 / U2,执法二队 as Excel writes them in China.
  const gb = 'b5a5cebbb4fac2eb2cb5a5cebbc3fbb3c60d0a55322cd6b4b7a8b6feb6d30d0a';
  writeFileSync(file, Buffer.from(gb, 'hex'));
  t.match((await import_()).json, { added: 1 });
  writeFileSync(file, '\ufeff单位代码,单位名称\nU3,执法三队\n');
  t.match((await import_()).json, { added: 1 });
  t.match((await docketHere(station, ['register', 'list', 'units'])).json, {
    rows: [
      { key: '1', values: { name: '=HYPERLINK("http://evil")' } },
      { key: 'U2', values: { name: '执法二队' } },
      { key: 'U3', values: { name: '执法三队' } },
    ],
  });
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1_048_576) });
  t.ok(bomb.length < 1_048_576, 'a small file that unpacks to a large one');
  for (const [broken, code] of [
    [Buffer.from(bomb), 'sheet_too_large'],
    [Buffer.from('PK\u0003\u0004 broken', 'latin1'), 'sheet_unreadable'],
    [Buffer.from('"a,b\n'), 'sheet_quotes'],
    [Buffer.from('d0cf11e0', 'hex'), 'sheet_old'],
    [Buffer.alloc(0), 'sheet_unreadable'],
  ] as const) {
    writeFileSync(file, broken);
    const refused = await import_();
    t.equal(refused.code, 2);
    t.match(refused.json, { error: { code: `tagging.${code}`, field: 'FILE' } });
  }
});

t.test(
  'good rows go in without the others only where somebody says so, and the ledger says how many',
  async (t) => {
    const station = await testStation(t);
    const file = join(station.folder, 'units.csv');
    writeFileSync(file, 'code,name\nU1,执法一队\nU2,\n');
    const done = await docketHere(station, ['register', 'import', 'units', file, '--good-rows']);
    t.equal(done.code, 7);
    t.match(done.json, { added: 1, errors: [{ line: 3, column: '单位名称', problem: 'empty' }] });
    const entries = await docketHere(station, ['ledger', 'list', '--type', 'register.import_begun']);
    t.match(entries.json, { entries: [{ data: { rows: 1, refused: 1 } }] });
  },
);

t.test('a row is entered by hand, changed field by field, and refused with what is allowed', async (t) => {
  const station = await testStation(t);
  const set = (...args: readonly string[]): ReturnType<typeof docketHere> =>
    docketHere(station, ['register', 'set', ...args]);
  t.match((await set('officers', 'number=222222', 'name=张三', 'front=是')).json, { key: '222222' });
  t.match((await set('officers', '执法人员编号=222222', '在职=是')).json, { values: { active: 'yes' } });
  t.match((await set('officers', 'number=222222', 'front=')).json, { values: { name: '张三' } });
  const { json } = await docketHere(station, ['register', 'show', 'officers', '222222']);
  t.notOk('front' in (json as { values: object }).values);
  t.match((await set('officers', 'number=222222', 'age=30')).json, { error: { field: 'age' } });
  t.match((await set('officers', 'name=李四')).json, {
    error: {
      code: 'tagging.field_missing',
      field: '执法人员编号',
      message: 'The field 执法人员编号 is missing.',
    },
  });
  t.match((await set('officers', 'name')).json, { error: { field: 'FIELD' } });
  t.match((await set('dogs', 'name=x')).json, { error: { code: 'tagging.register_unknown' } });
  t.match((await docketHere(station, ['register', 'show', 'officers', '9'])).json, {
    error: { code: 'tagging.row_unknown' },
  });
});

t.test('a folder of lists goes in whole or not at all; what was imported is listed', async (t) => {
  const station = await testStation(t);
  const folder = join(station.folder, 'lists');
  mkdirSync(folder);
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  put('执法人员.csv', officers);
  put('units-2026.CSV', 'code,name\nU1,\n');
  put('说明.txt', 'no table');
  const refused = await docketHere(station, ['register', 'import', folder]);
  t.equal(refused.code, 6);
  t.match(refused.json, {
    files: [
      { register: 'units', faults: 1 },
      { register: 'officers', rows: 0 },
    ],
  });
  put('units-2026.CSV', 'code,name\nU1,执法一队\n');
  const done = await docketHere(station, ['register', 'import', folder]);
  t.equal(done.code, 0);
  t.match(done.json, {
    files: [
      { file: 'units-2026.CSV', added: 1 },
      { file: '执法人员.csv', added: 2 },
    ],
  });
  const imports = await docketHere(station, ['register', 'imports']);
  t.match(imports.json, {
    imports: [
      { register: 'officers', file: '执法人员.csv', rows: 2, refused: 0, finished: /Z$/ },
      { register: 'units', rows: 1, finished: /Z$/ },
    ],
  });
  put('通讯录.csv', 'a,b\n');
  const unknown = await docketHere(station, ['register', 'import', folder]);
  t.match(unknown.json, { error: { code: 'tagging.folder_file_unknown', message: /通讯录\.csv/ } });
  for (const none of [join(station.folder, 'nowhere'), station.vault])
    t.match((await docketHere(station, ['register', 'import', none])).json, {
      error: { code: 'tagging.folder_empty', field: 'REGISTER' },
    });
});

t.test('a template has the columns that an import reads', async (t) => {
  const station = await testStation(t);
  for (const name of ['rosters.csv', 'rosters.xlsx']) {
    const file = join(station.folder, name);
    const made = await docketHere(station, ['register', 'template', 'rosters', file]);
    t.equal(made.code, 0);
    t.ok(readFileSync(file).length > 20);
    const dry = await docketHere(station, ['register', 'import', 'rosters', file, '--dry-run']);
    t.match(dry.json, { rows: 0, errors: [] }, name);
    t.equal((await docketHere(station, ['register', 'template', 'rosters', file])).code, 6);
  }
});

t.test('a recorder that stands in the register is a registered one', async (t) => {
  const station = await testStation(t);
  await docketHere(station, [
    'register',
    'set',
    'recorders',
    'number=1234567',
    'kind=执法记录仪',
    'state=在用',
  ]);
  const { json } = await docketHere(station, ['devices', 'list']);
  t.match(json, { recorders: [{ recorder: '1234567', registered: /Z$/ }] });
  t.strictSame(openAlarms(station), []);
});

t.test('rosters tag recordings, say when officers were back, and a person has the last word', async (t) => {
  const station = await testStation(t);
  const began = Temporal.Now.instant().subtract({ hours: 30 });
  const local = (instant: Temporal.Instant): string =>
    instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'second' });
  const stamp = local(began).replaceAll(/\D/g, '');
  const card = await makeCard(join(station.folder, '01'), 'card', {
    [`DCIM/VIDEO/A11_1234567_222222_${stamp}_0001_IMP.mp4`]: 1000,
  });
  await docketHere(station, ['ingest', card.root]);
  await docketHere(station, ['judge']);
  const item = async (): Promise<unknown> => {
    const { json } = await docketHere(station, ['evidence', 'list']);
    const { evidenceId } = (json as { evidence: [{ evidenceId: string }] }).evidence[0];
    return (await docketHere(station, ['evidence', 'show', evidenceId])).json;
  };
  t.match(await item(), {
    tags: [
      { field: 'officer', value: '222222', source: 'file_name' },
      { field: 'importance', value: 'important' },
    ],
  });
  const [at, to, back] = [
    began.subtract({ minutes: 30 }),
    began.add({ hours: 1 }),
    began.add({ hours: 2 }),
  ].map(local);
  for (const args of [
    ['units', 'code=U1', 'name=执法一队'],
    ['officers', 'number=222222', 'name=张三', 'unit=U1'],
    ['cases', 'number=2026-1', 'title=某案', 'handler=222222'],
    ['rosters', 'officer=222222', `from=${at}`, `to=${to}`, `returned=${back}`, 'case=2026-1'],
  ])
    t.equal((await docketHere(station, ['register', 'set', ...args])).code, 0, args.join(' '));
  await docketHere(station, ['judge']);
  t.match(await item(), {
    tags: [
      { field: 'officer', value: '222222', source: 'roster', conflict: false },
      { field: 'unit', value: 'U1', source: 'register' },
      { field: 'case', value: '2026-1', source: 'roster' },
      { field: 'handler', value: '222222', source: 'register' },
      { field: 'title', value: '某案' },
      { field: 'importance', value: 'important' },
    ],
    verdicts: [
      {
        returned: began.add({ hours: 2 }).round({ smallestUnit: 'second', roundingMode: 'floor' }).toString(),
      },
    ],
  });
  const { json } = await docketHere(station, ['evidence', 'list', '--case', '2026-1']);
  const { evidenceId } = (json as { evidence: [{ evidenceId: string }] }).evidence[0];
  const tag = (pair: string): ReturnType<typeof docketHere> =>
    docketHere(station, ['evidence', 'tag', pair, evidenceId]);
  t.match((await tag('case=2026-9')).json, { error: { code: 'tagging.row_unknown', field: 'case' } });
  t.match((await tag('classification=top')).json, { error: { field: 'classification' } });
  t.match((await tag('colour=red')).json, { error: { field: 'FIELD' } });
  t.equal((await tag('classification=personal_privacy')).code, 0);
  await docketHere(station, ['register', 'set', 'cases', 'number=2026-2', 'title=另案']);
  t.equal((await tag('case=2026-2')).code, 0);
  t.match(await item(), {
    tags: [
      {},
      {},
      { field: 'case', value: '2026-2', source: 'person', said: { length: 2 } },
      { field: 'title', value: '另案', source: 'register' },
      { field: 'importance' },
      { field: 'classification', value: 'personal_privacy', source: 'person' },
    ],
  });
  t.equal((await tag('case=')).code, 0);
  t.match(await item(), { tags: [{}, {}, { field: 'case', value: '2026-1', source: 'roster' }] });
  t.match((await docketHere(station, ['verify'])).json, { ok: true });
});
