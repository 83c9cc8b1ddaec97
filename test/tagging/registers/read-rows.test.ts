import fc from 'fast-check';
import t from 'tap';
import { registers } from '../../../src/tagging/registers/all.ts';
import type { Cell } from '../../../src/tagging/registers/cell.ts';
import { readField } from '../../../src/tagging/registers/read-field.ts';
import { readRows } from '../../../src/tagging/registers/read-rows.ts';
import { type FieldKind, registerNames } from '../../../src/tagging/registers/register.ts';

const zone = 'Asia/Shanghai';
const nowhere = (): boolean => false;
const everywhere = (): boolean => true;

function read(kind: FieldKind, cell: Cell): string {
  const found = readField({ name: 'x', title: { en: 'x', zh: '某' }, kind }, cell, zone);
  return 'value' in found ? found.value : 'empty' in found ? '(empty)' : `refused ${found.found}`;
}

const fields: readonly [FieldKind, Cell, string][] = [
  [{ is: 'text', most: 5 }, '  张三 ', '张三'],
  [{ is: 'text', most: 5 }, '=cmd', '=cmd'],
  [{ is: 'text', most: 3 }, '=cmd', 'refused =cmd'],
  [{ is: 'text', most: 9 }, 'a\u0007b', 'refused a\u0007b'],
  [{ is: 'text', most: 9 }, '', '(empty)'],
  [{ is: 'text', most: 9 }, null, '(empty)'],
  [{ is: 'code' }, 222222, '222222'],
  [{ is: 'code' }, '-1', 'refused -1'],
  [{ is: 'yes_no' }, '是', 'yes'],
  [{ is: 'yes_no' }, false, 'no'],
  [{ is: 'yes_no' }, 'perhaps', 'refused perhaps'],
  [{ is: 'one_of', values: { in_use: { en: 'in use', zh: '在用' } } }, '在用', 'in_use'],
  [{ is: 'one_of', values: { in_use: { en: 'in use', zh: '在用' } } }, 'IN USE', 'in_use'],
  [{ is: 'one_of', values: { in_use: { en: 'in use', zh: '在用' } } }, '丢失', 'refused 丢失'],
  [{ is: 'date' }, '2026-09-02', '2026-09-02'],
  [{ is: 'date' }, '2026年9月2日', '2026-09-02'],
  [{ is: 'date' }, '2026/2/30', 'refused 2026/2/30'],
  [{ is: 'date' }, 46_267, '2026-09-02'],
  [{ is: 'date' }, 7, 'refused 7'],
  [{ is: 'date' }, new Date('2026-09-02T00:00:00Z'), '2026-09-02'],
  [{ is: 'date' }, new Date(Number.NaN), 'refused ?'],
  [{ is: 'instant' }, '2026-09-02 18:00', '2026-09-02T10:00:00Z'],
  [{ is: 'instant' }, '2026-09-02T18:00:30+08:00', '2026-09-02T10:00:30Z'],
  [{ is: 'instant' }, new Date('2026-09-02T18:00:00Z'), '2026-09-02T10:00:00Z'],
  [{ is: 'instant' }, new Date('2026-09-02T08:06:59.999Z'), '2026-09-02T00:07:00Z'],
  [{ is: 'text', most: 9 }, '李\u202e四', 'refused 李\u202e四'],
  [{ is: 'instant' }, '2026-09-02', 'refused 2026-09-02'],
  [{ is: 'instant' }, '2026-09-02 24:01', 'refused 2026-09-02 24:01'],
  [{ is: 'number', least: 1, most: 10 }, '7', '7'],
  [{ is: 'number', least: 1, most: 10 }, '0', 'refused 0'],
  [{ is: 'number', least: 1, most: 10 }, 'NaN', 'refused NaN'],
  [{ is: 'area' }, '118.87, 28.94', '118.87 28.94'],
  [{ is: 'area' }, '28.94 118.87', 'refused 28.94 118.87'],
  [{ is: 'area' }, '0 0', 'refused 0 0'],
  [{ is: 'area' }, '118 28; 119 28; 119 29; 118 29', '118 28;119 28;119 29;118 29'],
  [{ is: 'area' }, '118 28; 119 29; 119 28; 118 29', 'refused 1 × 3'],
  [{ is: 'area' }, '118 28; 119 29', 'refused 118 28; 119 29'],
];

t.test('each cell becomes the one form of its value, or is refused as it stands', async (t) => {
  for (const [kind, cell, expected] of fields)
    t.equal(read(kind, cell), expected, `${kind.is} ${String(cell)}`);
});

t.test('what a field has taken it takes again, and as the same', async (t) => {
  const kinds = registerNames.flatMap((name) => registers[name].fields.map(({ kind }) => kind));
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.date({ noInvalidDate: false }));
  const stable = fc.property(fc.constantFrom(...kinds), cell, (kind, one) => {
    const once = readField({ name: 'x', title: { en: 'x', zh: '某' }, kind }, one, zone);
    if (!('value' in once)) return true;
    const again = readField({ name: 'x', title: { en: 'x', zh: '某' }, kind }, once.value, zone);
    return 'value' in again && again.value === once.value;
  });
  t.doesNotThrow(() => fc.assert(stable, { numRuns: 500 }));
});

const head: readonly Cell[] = ['执法人员编号', '姓名', 'unit', '在职'];

t.test('rows are read by the titles of their columns, in either language', async (t) => {
  const { rows, errors } = readRows(
    [head, ['222222', '张三', 'U1', '是'], [null, null, null, null], [333333, '李四', 'U1', null]],
    registers.officers,
    zone,
    everywhere,
  );
  t.strictSame(errors, []);
  t.strictSame(rows, [
    { line: 2, key: '222222', values: { number: '222222', name: '张三', unit: 'U1', active: 'yes' } },
    { line: 4, key: '333333', values: { number: '333333', name: '李四', unit: 'U1' } },
  ]);
});

t.test('every fault is told with its line and its column, and the other rows are good', async (t) => {
  const { rows, errors } = readRows(
    [
      head,
      ['222222', '张三', 'U1', '是'],
      ['333333', null, 'U1', '是'],
      ['222222', '王五', 'U1', '否'],
      ['444444', '赵六', 'U9', '否'],
      ['555555', '钱七', null, '也许'],
    ],
    registers.officers,
    zone,
    (_register, key) => key === 'U1',
  );
  t.strictSame(
    rows.map(({ key }) => key),
    ['222222'],
  );
  t.match(errors, [
    { line: 3, column: '姓名', problem: 'empty' },
    { line: 4, problem: 'twice', found: '222222', allowed: '2' },
    { line: 5, column: '单位代码', problem: 'refers_to_nothing', found: 'U9' },
    { line: 6, column: '在职', problem: 'wrong', found: '也许' },
  ]);
});

t.test('a column that is unknown or missing keeps everything out', async (t) => {
  const { rows, errors } = readRows(
    [
      ['编号', '姓名'],
      ['1', '张三'],
    ],
    registers.officers,
    zone,
    everywhere,
  );
  t.strictSame(rows, []);
  t.match(errors, [
    { line: 1, column: '编号', problem: 'unknown_column' },
    { line: 1, column: '执法人员编号', problem: 'missing_column' },
  ]);
});

t.test('a row may refer to one of its own file, wherever it stands', async (t) => {
  const sheet = [
    ['code', 'name', 'parent'],
    ['U1', '执法一队', 'U0'],
    ['U0', '应急管理局', null],
  ];
  t.equal(readRows(sheet, registers.units, zone, nowhere).rows.length, 2);
  const loop = [
    ['code', 'name', 'parent'],
    ['U1', '执法一队', 'U1'],
  ];
  t.match(readRows(loop, registers.units, zone, nowhere).errors, [{ line: 2, column: '上级单位代码' }]);
});

t.test('times of a row must be in order, and a circle needs its radius', async (t) => {
  const roster = [
    ['officer', 'from', 'to'],
    ['222222', '2026-09-02 18:00', '2026-09-02 08:00'],
  ];
  t.match(readRows(roster, registers.rosters, zone, everywhere).errors, [{ line: 2, column: '结束时间' }]);
  const place = [
    ['name', 'area', 'radius'],
    ['某广场', '118.87 28.94', null],
  ];
  t.match(readRows(place, registers.places, zone, everywhere).errors, [{ line: 2, column: '半径（米）' }]);
});

t.test('whatever a sheet holds, rows and faults come of it', async (t) => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constant(null),
    fc.integer(),
    fc.constantFrom(...head),
  );
  const sheet = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 });
  const whole = fc.property(fc.constantFrom(...registerNames), sheet, (name, rows) => {
    const found = readRows(rows, registers[name], zone, nowhere);
    return found.rows.every(({ line }) => !found.errors.some((error) => error.line === line));
  });
  t.doesNotThrow(() => fc.assert(whole, { numRuns: 300 }));
});
