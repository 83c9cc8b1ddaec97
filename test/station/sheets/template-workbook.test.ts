import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import t from 'tap';
import { templateWorkbook } from '../../../src/station/sheets/template-workbook.ts';
import { registers } from '../../../src/tagging/registers/all.ts';
import { readRows } from '../../../src/tagging/registers/read-rows.ts';
import { readSheet } from '../../../src/tagging/registers/read-sheet.ts';
import { languages } from '../../../src/texts/text.ts';

const first = 'xl/worksheets/sheet1.xml';

/** Types into a template's cells, as a spreadsheet program keeps it. */
function filled(template: Buffer, cells: Readonly<Record<string, string>>): Buffer {
  const parts = unzipSync(template);
  let xml = strFromU8(parts[first] ?? new Uint8Array());
  for (const [place, text] of Object.entries(cells))
    xml = xml.replace(
      new RegExp(`<c r="${place}" s="(\\d+)"/>`),
      `<c r="${place}" s="$1" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
  return Buffer.from(zipSync({ ...parts, [first]: strToU8(xml) }));
}

t.test('every template is read back as it is given out: empty, by its own sheet', async (t) => {
  for (const register of Object.values(registers))
    for (const language of languages) {
      const words = `${register.name} in ${language}`;
      const found = await readSheet(await templateWorkbook(register, language), [register.name]);
      t.equal(found.sheet, register.title[language], words);
      t.equal(found.others.length, 1, 'how to fill it in');
      const { rows, errors, fields } = readRows(found.rows, register, 'Asia/Shanghai', () => true);
      t.strictSame({ rows, errors }, { rows: [], errors: [] }, words);
      t.strictSame(
        fields,
        register.fields.map(({ name }) => name),
        words,
      );
    }
});

t.test(
  'its cells are text, so that what is typed is what is read, and offer the words they take',
  async (t) => {
    const template = await templateWorkbook(registers.recorders, 'zh');
    const xml = strFromU8(unzipSync(template)[first] ?? new Uint8Array());
    t.match(xml, '<dataValidation type="list"');
    t.match(xml, '"在用,维修,报废"');
    t.match(strFromU8(unzipSync(template)['xl/styles.xml'] ?? new Uint8Array()), 'formatCode="@"');
    const file = filled(template, { A2: '000012', B2: '执法记录仪', H2: '在用', A3: '2026-1' });
    const { rows } = await readSheet(file, ['recorders']);
    t.match(
      readRows(rows, registers.recorders, 'Asia/Shanghai', () => true),
      {
        errors: [],
        rows: [
          { values: { number: '000012', kind: 'recorder', state: 'in_use' } },
          { values: { number: '2026-1' } },
        ],
      },
    );
  },
);
