import { zipSync } from 'fflate';
import t from 'tap';
import { registers } from '../../../src/tagging/registers/all.ts';
import { readRows } from '../../../src/tagging/registers/read-rows.ts';
import { readSheet } from '../../../src/tagging/registers/read-sheet.ts';
import type { RegisterName } from '../../../src/tagging/registers/register.ts';
import { SheetUnreadable } from '../../../src/tagging/registers/sheet-fault.ts';
import { type TestWorkbook, workbook } from '../../support/workbook.ts';

const zone = 'Asia/Shanghai';

/** What a file's rows would be, and what is wrong with it: `line column problem found`. */
async function read(name: RegisterName, bytes: Buffer) {
  const register = registers[name];
  const sheet = await readSheet(bytes, [name, register.title.zh]);
  const { rows, errors } = readRows(sheet.rows, register, zone, () => true, sheet.epoch);
  return {
    ...{ sheet: sheet.sheet, others: sheet.others },
    rows: rows.map(({ values }) => values),
    errors: errors.map(({ line, column, problem, found }) => `${line} ${column} ${problem} ${found}`.trim()),
  };
}

async function faultOf(bytes: Buffer): Promise<unknown> {
  try {
    await readSheet(bytes, []);
    return null;
  } catch (error) {
    return error instanceof SheetUnreadable ? error.fault : error;
  }
}

const head = { A1: '执法人员编号', B1: '姓名', C1: '执法证号' };
const one = (cells: TestWorkbook['sheets'][0]['cells'], more: object = {}): TestWorkbook => ({
  sheets: [{ name: 'Sheet1', cells: { ...head, ...cells }, ...more }],
});

t.test(
  'a number that is text keeps its zeros, and one that is filled up is read as it is shown',
  async (t) => {
    const file = workbook({
      ...one({
        ...{ A2: '000012', B2: '张三' },
        ...{ A3: { xml: '<c s="1"><v>13</v></c>' }, B3: '李四' },
        ...{ A4: 14, B4: '王五' },
      }),
      formats: {
        numbers: '<numFmt numFmtId="164" formatCode="000000"/>',
        cells: '<xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/>',
      },
    });
    t.match((await read('officers', file)).rows, [
      { number: '000012' },
      { number: '000013' },
      { number: '14' },
    ]);
  },
);

t.test('a number that cannot be the one that was typed is a fault, not a guess', async (t) => {
  const file = workbook(
    one({
      ...{ A2: 222222, B2: '张三', C2: { xml: '<c><v>3.3080219900101101E+17</v></c>' } },
      ...{ A3: 1.5, B3: '李四' },
      ...{ A4: { xml: '<c><v>1E5</v></c>' }, B4: '王五' },
    }),
  );
  const { rows, errors } = await read('officers', file);
  t.match(rows, [{ number: '100000', name: '王五' }], 'what the spreadsheet shows as 100000');
  t.match(errors, [/^2 执法证号 digits_lost 33080219900101/, '3 执法人员编号 digits_lost 1.5']);
});

t.test('a date, a truth value or an error where a number or a name belongs is told', async (t) => {
  const file = workbook({
    ...one({
      ...{ A2: { xml: '<c s="1"><v>46023</v></c>' }, B2: '张三' },
      ...{ A3: { xml: '<c t="b"><v>1</v></c>' }, B3: '李四' },
      ...{ A4: { xml: '<c t="e"><f>VLOOKUP(1,X:Y,2)</f><v>#N/A</v></c>' }, B4: '王五' },
      ...{ A5: '555555', B5: { xml: '<c t="str"><f>C1&amp;D1</f></c>' } },
      ...{ A6: '666666', B6: { xml: '<c t="str"><f>CONCATENATE("赵","六")</f><v>赵六</v></c>' } },
      ...{ A7: '777777', B7: '#REF!' },
    }),
    formats: { numbers: '', cells: '<xf numFmtId="0"/><xf numFmtId="14"/>' },
  });
  const { rows, errors } = await read('officers', file);
  t.match(rows, [{ number: '666666', name: '赵六' }], 'a formula counts as what it last showed');
  t.strictSame(errors, [
    '2 执法人员编号 date_cell 2026-01-01T00:00:00',
    '3 执法人员编号 wrong true',
    '4 执法人员编号 error_value #N/A',
    '5 姓名 not_computed',
    '7 姓名 error_value #REF!',
  ]);
});

t.test('what a person does not see is not entered without a word', async (t) => {
  const cells = { A2: '222222', B2: '张三', A3: '333333', B3: '李四', A5: '555555', B5: '钱七' };
  const rows = await read('officers', workbook(one(cells, { hiddenRows: [3, 4] })));
  t.match(rows.rows, [{ number: '222222' }, { number: '555555' }]);
  t.strictSame(rows.errors, ['3 - hidden_row']);
  const columns = '<col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/>';
  const hidden = await read('officers', workbook(one(cells, { columns })));
  t.strictSame(hidden.rows, []);
  t.strictSame(hidden.errors, ['1 姓名 hidden_column 姓名']);
});

t.test('merged cells have one value for many rows: every row must have its own', async (t) => {
  const cells = { A2: '222222', B2: '张三', C2: 'Z1', A3: '333333', B3: '李四', A4: '444444', B4: '王五' };
  const file = workbook(one(cells, { merged: ['C2:C3', 'A9:F9', 'E2:XFD1048576'] }));
  const { rows, errors } = await read('officers', file);
  t.match(rows, [{ number: '222222', licence: 'Z1' }, { number: '444444' }]);
  t.strictSame(errors, ['3 执法证号 merged C2:C3']);
});

t.test('above the columns there may be a title; beside them there may be nothing', async (t) => {
  const cells = {
    ...{ A1: '某局执法人员名册', A2: '2026 年 9 月', B1: '', C1: '' },
    ...{ A4: '姓名', B4: 'number', A5: '张三', B5: '222222', A6: '李四', B6: '333333', D6: '备注' },
  };
  const file = workbook({ sheets: [{ name: 'Sheet1', cells, merged: ['A1:C1'] }] });
  const { rows, errors } = await read('officers', file);
  t.match(rows, [{ number: '222222', name: '张三' }]);
  t.strictSame(errors, ['6 D spare 备注']);
  const csv = Buffer.from('number,name\n222222,张,三\n333333,李四,\n');
  const shifted = await read('officers', csv);
  t.match(shifted.rows, [{ number: '333333' }]);
  t.strictSame(shifted.errors, ['2 C spare 三']);
  const twice = await read('officers', Buffer.from('number,name,姓名\n1,张三,李四\n'));
  t.strictSame(twice.errors, ['1 姓名 column_twice 姓名']);
});

t.test('of several sheets the one that is called so is read, else the first that is shown', async (t) => {
  const row = (number: string) => ({ ...head, A2: number, B2: '张三' });
  const three = [
    { name: '填写说明', cells: { A1: '请勿改动列名' } },
    { name: '执法人员', cells: row('222222') },
    { name: '旧', cells: row('333333'), state: 'veryHidden' as const },
  ];
  t.match(await read('officers', workbook({ sheets: three })), {
    sheet: '执法人员',
    others: ['填写说明', '旧'],
    rows: [{ number: '222222' }],
  });
  t.match(await read('officers', workbook({ sheets: three.toReversed() })), { rows: [{ number: '222222' }] });
  const unnamed = [
    { name: 'a &amp; b', cells: row('444444'), state: 'hidden' as const },
    { name: 'c', cells: row('555555') },
  ];
  t.match(await read('officers', workbook({ sheets: unnamed })), {
    sheet: 'c',
    others: ['a & b'],
    rows: [{ number: '555555' }],
  });
});

t.test('dates are read in both of the ways in which workbooks count days', async (t) => {
  const cells = {
    ...{ A1: 'officer', B1: 'from', C1: 'to', A2: '222222' },
    ...{ B2: { xml: '<c s="1"><v>46267.75</v></c>' }, C2: 46_267.8125 },
  };
  const dated = { formats: { numbers: '', cells: '<xf numFmtId="0"/><xf numFmtId="22"/>' } };
  const sheets = [{ name: 'Sheet1', cells }];
  t.match(await read('rosters', workbook({ sheets, ...dated })), {
    errors: [],
    rows: [{ from: '2026-09-02T10:00:00Z', to: '2026-09-02T11:30:00Z' }],
  });
  for (const date1904 of ['1', 'true'] as const)
    t.match(
      await read('rosters', workbook({ sheets, ...dated, date1904 })),
      { errors: [], rows: [{ from: '2030-09-03T10:00:00Z', to: '2030-09-03T11:30:00Z' }] },
      `1904, written as ${date1904}`,
    );
  const csv = await read('rosters', Buffer.from('officer,from,to\n222222,46267.75,2026-09-02 19:30\n'));
  t.strictSame(csv.errors, ['2 开始时间 wrong 46267.75'], 'in CSV nobody says from when days are counted');
});

t.test('a case is closed on a day, or at a time; a number that became a date is told', async (t) => {
  const cells = {
    ...{ A1: '案号', B1: '案由', C1: '结案时间', D1: '归档时间' },
    ...{ A2: '衢应急罚〔２０２６〕１号', B2: '某案', C2: { xml: '<c s="1"><v>46267</v></c>' }, D2: 46_268.5 },
    ...{ A3: { xml: '<c s="1"><v>46023</v></c>' }, B3: '某案' },
    ...{ A4: '2026-4', B4: '某案', C4: '2026年9月2日', D4: '2026-09-01 10:00' },
  };
  const formats = { numbers: '', cells: '<xf numFmtId="0"/><xf numFmtId="14"/>' };
  const { rows, errors } = await read('cases', workbook({ sheets: [{ name: 'x', cells }], formats }));
  t.match(rows, [{ number: '衢应急罚〔2026〕1号', closed: '2026-09-02', archived: '2026-09-03T04:00:00Z' }]);
  t.strictSame(errors, ['3 案号 date_cell 2026-01-01T00:00:00', '4 归档时间 wrong 2026-09-01T02:00:00Z']);
});

t.test('full-width letters, digits and spaces of a Chinese keyboard are the plain ones', async (t) => {
  const csv =
    'officer,from,to,place\n　２２２２２２　,２０２６－０９－０２　１８：００,2026-09-02 19:00,某广场　Ｂ区\n';
  t.match((await read('rosters', Buffer.from(csv))).rows, [
    { officer: '222222', from: '2026-09-02T10:00:00Z', place: '某广场 B区' },
  ]);
});

t.test('CSV is read in the encodings and with the separators that spreadsheets write', async (t) => {
  const text = '单位代码,单位名称\r\nU1,执法一队\r\n';
  // 单位代码,单位名称 / U1,执法一队 as Excel writes them in China.
  const gb = 'b5a5cebbb4fac2eb2cb5a5cebbc3fbb3c60d0a55312cd6b4b7a8d2bbb6d30d0a';
  for (const [words, bytes] of [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['GB 18030', Buffer.from(gb, 'hex')],
    ['UTF-16', Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le')],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
  ] as const)
    t.match(await read('units', bytes), { errors: [], rows: [{ code: 'U1', name: '执法一队' }] }, words);
  t.match(await faultOf(Buffer.from('efbbbfd6b4b7a8', 'hex')), { code: 'tagging.sheet_unreadable' });
});

t.test('a quote within a cell is text; one that is never closed is refused by its line', async (t) => {
  const { rows, errors } = await read(
    'units',
    Buffer.from('code,name\nU1,"执法""一""队"\nU2,执法"二"队\nU3,"执\n法三队"\nU4,=cmd|x\n'),
  );
  t.match(rows, [{ name: '执法"一"队' }, { name: '执法"二"队' }, { name: '=cmd|x' }]);
  t.strictSame(errors, ['4 单位名称 wrong 执\n法三队']);
  t.strictSame(await faultOf(Buffer.from('code,name\nU1,a\nU2,"b\nU3,c\n')), {
    code: 'tagging.sheet_quotes',
    params: { line: 3 },
  });
});

t.test('what is broken, old, or made to eat memory is refused with what is wrong', async (t) => {
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  t.strictSame(await faultOf(old), { code: 'tagging.sheet_old', params: {} });
  for (const broken of [
    Buffer.from('PK\u0003\u0004 broken', 'latin1'),
    Buffer.from(zipSync({ 'xl/media/a.png': new Uint8Array(9) })),
    workbook({ sheets: [] }),
    workbook(one({})).subarray(0, 900),
    Buffer.alloc(0),
  ])
    t.match(await faultOf(broken), { code: 'tagging.sheet_unreadable' });
  const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1_048_576) }));
  t.ok(bomb.length < 1_048_576);
  for (const huge of [
    bomb,
    workbook(one({ A900000: 'x' })),
    workbook(one({ ZZZ2: 'x' })),
    workbook(one({ A2: 'x', B200000: 'y' }, { merged: Array(30).fill('A2:C200000') })),
    Buffer.from(`code,name\n${'U1,x\n'.repeat(200_001)}`),
  ])
    t.match(await faultOf(huge), { code: 'tagging.sheet_too_large' });
});
