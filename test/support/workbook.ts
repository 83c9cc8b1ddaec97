import { strToU8, zipSync } from 'fflate';

/** A worksheet as its XML has it; everything is optional but the cells. */
export interface TestSheet {
  readonly name: string;
  /** Rows as `<row>` elements, or cells by place: `{ A1: 'text', B2: 7 }`. */
  readonly cells: Readonly<Record<string, TestCell>>;
  readonly hiddenRows?: readonly number[];
  /** `<col>` elements. */
  readonly columns?: string;
  readonly merged?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
}

/** Text, a number, or the very `<c>` element without its place: `<c t="e"><v>#N/A</v></c>`. */
export type TestCell = string | number | { readonly xml: string };

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  readonly date1904?: '1' | 'true';
  /** What stands in `<numFmts>` and `<cellXfs>`. */
  readonly formats?: { readonly numbers: string; readonly cells: string };
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An XLSX file part by part, so that a test can have in it what no library writes. */
export function workbook({ sheets, date1904, formats }: TestWorkbook): Buffer {
  const named = sheets.map(({ name, state }, i) => {
    const visibility = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${i + 1}"${visibility} r:id="rId${i + 1}"/>`;
  });
  const properties = date1904 === undefined ? '' : `<workbookPr date1904="${date1904}"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${links}">${properties}<sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(sheets.length),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats?.numbers ?? ''}</numFmts><cellXfs>${formats?.cells ?? '<xf numFmtId="0"/>'}</cellXfs></styleSheet>`,
  };
  for (const [i, sheet] of sheets.entries()) files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet);
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))),
  );
}

function relations(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${links}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId99" Type="${links}/styles" Target="styles.xml"/>`;
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}${styles}</Relationships>`;
}

function sheetXml({ cells, hiddenRows = [], columns = '', merged = [] }: TestSheet): string {
  const rows = Map.groupBy(Object.entries(cells), ([place]) => Number(/\d+$/.exec(place)?.[0]));
  const body = [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([row, some]) => {
      const hidden = hiddenRows.includes(row) ? ' hidden="1"' : '';
      return `<row r="${row}"${hidden}>${some.map(([place, cell]) => cellXml(place, cell)).join('')}</row>`;
    })
    .join('');
  const areas = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<?xml version="1.0"?><worksheet xmlns="${main}"><cols>${columns}</cols><sheetData>${body}</sheetData>${areas === '' ? '' : `<mergeCells>${areas}</mergeCells>`}</worksheet>`;
}

function cellXml(place: string, cell: TestCell): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${place}"`);
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
