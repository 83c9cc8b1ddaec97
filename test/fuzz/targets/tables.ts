import { canonicalText } from '../../../src/custody/canonical.ts';
import { registers } from '../../../src/tagging/registers/all.ts';
import { readCsv } from '../../../src/tagging/registers/read-csv.ts';
import { shapeRows } from '../../../src/tagging/registers/read-rows.ts';
import { SheetUnreadable } from '../../../src/tagging/registers/sheet-fault.ts';
import { type FuzzTarget, promised } from '../target.ts';

/** Lists as CSV, for every register. */
export const tables: FuzzTarget = {
  name: 'tables',
  sources: ['/src/tagging/registers/'],
  seeds: [
    '执法人员编号,姓名,单位代码,在职\r\n222222,张三,U1,是\r\n',
    'number,name,unit\n222222,"张,三",U1\n',
    '编号,名称,区域\nP1,广场,"114.05,22.54;114.06,22.54;114.06,22.55"\n',
    '执法人员编号,开始,结束\n222222,2026-09-02 08:00,2026/9/2 18:00\n',
    '\ufeffcode,name,parent\nU1,执法一队,\n',
  ].map((one) => Buffer.from(one)),
  words: [
    '""',
    '"',
    ',',
    ';',
    '\t',
    '\r\n',
    '=cmd|',
    '#REF!',
    '是',
    '2026-02-30',
    '46267.5',
    '25:00',
    '\u0000',
    '单位代码',
    'U1',
    '1e5',
    '\ufeff',
    '\u202e',
  ],
  async run(bytes) {
    for (const register of Object.values(registers)) {
      const sheet = await readCsv(bytes).catch((error: unknown) => {
        if (error instanceof SheetUnreadable) return null;
        throw error;
      });
      if (sheet === null) return;
      const { rows, errors } = shapeRows(sheet, register, 'Asia/Shanghai', 1900);
      for (const { values } of rows) canonicalText(values);
      promised(
        errors.every(({ line }) => line >= 1 && line <= sheet.length + 1),
        'a fault has a line of the list',
      );
    }
  },
};
