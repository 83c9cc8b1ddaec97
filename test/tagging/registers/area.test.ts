import fc from 'fast-check';
import t from 'tap';
import { gcj02Of } from '../../../src/tagging/location/gcj02.ts';
import { metersBetween } from '../../../src/tagging/location/position.ts';
import { registers } from '../../../src/tagging/registers/all.ts';
import { readArea } from '../../../src/tagging/registers/area.ts';
import { readRows } from '../../../src/tagging/registers/read-rows.ts';

function read(text: string): string {
  const area = readArea(text);
  return 'value' in area ? area.value : `${area.problem} ${area.found}`;
}

t.test('an outline becomes the one form of its value, or says what is wrong with it', async (t) => {
  const cases: readonly (readonly [string, string])[] = [
    ['118.87 28.94', '118.87 28.94'],
    ['118.870，28.940', '118.87 28.94'],
    ['118 28; 119 28； 119 29; ', '118 28;119 28;119 29'],
    ['118 28; 119 28; 119 29; 118 28', '118 28;119 28;119 29'],
    ['28.94 118.87', 'area_swapped 28.94 118.87'],
    ['118 28; 119 28; 29 119', 'area_swapped 29 119'],
    ['0 0', 'area_nowhere 0 0'],
    ['118 28; 0,0; 119 29', 'area_nowhere 0,0'],
    ['2.35 48.86', 'area_outside 2.35 48.86'],
    ['179 28; -179 28; -179 29', 'area_outside 179 28'],
    ['118 28; 200 28; 119 29', 'area_outside 200 28'],
    ['118 28; 119 29', 'area_few 118 28; 119 29'],
    ['118 28; 118.5 28.5; 119 29', 'area_few 118 28; 118.5 28.5; 119 29'],
    ['118 28; 119 29; 119 28; 118 29', 'area_crosses 1 × 3'],
    ['118', 'wrong 118'],
    ['118 28 60', 'wrong 118 28 60'],
    ['某广场', 'wrong 某广场'],
    [';', 'wrong ;'],
  ];
  for (const [text, expected] of cases) t.equal(read(text), expected, text);
  const many = Array.from({ length: 1_001 }, (_, i) => `${118 + i / 1_000} 28`).join(';');
  t.equal(read(many), 'area_many 1001');
});

t.test('an outline off a Chinese map is turned into WGS-84, and is then like any other', async (t) => {
  const square = { longitude: 118.87, latitude: 28.94 };
  const shifted = gcj02Of(square);
  const value = read(`gcj02:${shifted.longitude} ${shifted.latitude}`);
  const [longitude = 0, latitude = 0] = value.split(' ').map(Number);
  t.ok(metersBetween({ longitude, latitude }, square) < 0.5);
  t.equal(read(value), value);
  t.match(read('gcj02:118 28;119 28;119 29'), /^11\d\.\d+ \d+\.\d+;11\d\.\d+ \d+\.\d+;11\d\.\d+ \d+\.\d+$/);
  t.equal(read('gcj02:28 118'), 'area_swapped gcj02:28 118');
});

t.test(
  'a row of places says with its line and column what is wrong, and swapped ones that they look it',
  async (t) => {
    const sheet = [
      ['name', 'area', '半径（米）'],
      ['某广场', '118.87 28.94', 300],
      ['对调', '28.94 118.87', 300],
      ['零点', '0 0', 300],
      ['蝴蝶', '118 28; 119 29; 119 28; 118 29', null],
      ['两点', '118 28; 119 29', null],
    ];
    const { rows, errors } = readRows(sheet, registers.places, 'Asia/Shanghai', () => false);
    t.match(rows, [{ key: '某广场' }]);
    t.equal(rows.length, 1);
    t.match(errors, [
      { line: 3, column: '坐标（WGS-84，经度 纬度；…）', problem: 'area_swapped', found: '28.94 118.87' },
      { line: 4, problem: 'area_nowhere' },
      { line: 5, problem: 'area_crosses', found: '1 × 3' },
      { line: 6, problem: 'area_few' },
    ]);
  },
);

t.test('whatever stands in the cell, what was taken is taken again as the same', async (t) => {
  const degrees = (min: number, max: number) =>
    fc.double({ min, max, noNaN: true }).map((one) => one.toFixed(4));
  const point = fc.tuple(degrees(70, 140), degrees(0, 60)).map((pair) => pair.join(' '));
  const text = fc.oneof(
    fc.string(),
    fc.array(point, { maxLength: 8 }).map((points) => points.join('; ')),
  );
  const stable = fc.property(text, (one) => {
    const area = readArea(one);
    return !('value' in area) || read(area.value) === area.value;
  });
  t.doesNotThrow(() => fc.assert(stable, { numRuns: 1_000 }));
});
