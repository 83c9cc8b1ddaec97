import { strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { readWorkbook } from '../../../src/tagging/registers/read-workbook.ts';
import { SheetUnreadable } from '../../../src/tagging/registers/sheet-fault.ts';
import type { FuzzTarget } from '../target.ts';

const book = await writeExcelFile([
  [{ value: '单位代码' }, { value: '单位名称' }],
  [{ value: 'U1' }, { value: '执法一队' }],
  [{ value: 1.5 }, { value: true }],
]).toBuffer();
const parts = Object.entries(unzipSync(book)).filter(([, bytes]) => bytes.length > 0);

/** A workbook whose sheet, strings or list of sheets is the input; and one that is the input itself. */
export const workbooks: FuzzTarget = {
  name: 'workbooks',
  sources: ['/src/tagging/registers/read-workbook'],
  seeds: [book, ...parts.filter(([name]) => name.endsWith('.xml')).map(([, bytes]) => bytes)],
  words: [
    '<row r="1048577">',
    '<c r="XFE1" t="s">',
    '<v>999999</v>',
    't="inlineStr"',
    't="e"',
    '<f>',
    '&#0;',
    '<!DOCTYPE',
    '</sheetData>',
    'PK\u0003\u0004',
    's="99"',
    '<is><t>',
  ],
  async run(bytes) {
    await read(bytes);
    const text = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    const replaced = parts.find(([, part]) =>
      text.startsWith(Buffer.from(part.subarray(0, 60)).toString('latin1').slice(0, 20)),
    );
    const sheet = parts.find(([name]) => name.includes('sheet1.xml'));
    const [name] = replaced ?? sheet ?? ['xl/worksheets/sheet1.xml'];
    await read(
      zipSync({ ...Object.fromEntries(parts), [name]: bytes, 'empty.txt': strToU8('') }, { level: 0 }),
    );
  },
};

async function read(bytes: Uint8Array): Promise<void> {
  try {
    await readWorkbook(bytes, []);
  } catch (error) {
    if (!(error instanceof SheetUnreadable)) throw error;
  }
}
