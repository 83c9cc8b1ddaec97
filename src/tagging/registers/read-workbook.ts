import { type Cell, isFault, type SerialEpoch } from './cell.ts';
import type { Sheet } from './read-rows.ts';
import { type Area, type SheetFacts, sheetFacts } from './sheet-facts.ts';
import { mostColumns, mostRows, SheetUnreadable, tooLarge, unreadable } from './sheet-fault.ts';
import { countsFrom1904, type Parts, sheetsOf, type WorkbookSheet, zeroFilled } from './workbook-xml.ts';

export interface ReadWorkbook {
  readonly rows: Sheet;
  readonly epoch: SerialEpoch;
  readonly sheet: string;
  /** Sheets that were not read. */
  readonly others: readonly string[];
}

/** A small file that unpacks to gigabytes is refused before it does. */
const mostUnpacked = 256 * 1_048_576;
/** Cells that merged areas cover: no areas of a true sheet overlap. */
const mostCovered = 4_000_000;

/**
 * One sheet of a workbook: the one that is called so, else the first that is not hidden. Cells are values, a formula what
 * it last showed; text that looks like a formula is text. What a cell shows without having a value, and what a person does
 * not see, is a fault of the cell and not an empty one. Throws `SheetUnreadable`.
 */
export async function readWorkbook(bytes: Uint8Array, names: readonly string[]): Promise<ReadWorkbook> {
  try {
    const { files, parts } = await unpack(bytes);
    const sheets = sheetsOf(parts);
    const sheet = chosen(sheets, names);
    if (sheet === null) throw new SyntaxError('xl/workbook.xml');
    const facts = sheetFacts(parts.get(sheet.part) ?? '', zeroFilled(parts));
    if (facts.rows > mostRows) throw tooLarge(String(facts.rows), String(mostRows));
    if (facts.columns > mostColumns) throw tooLarge(String(facts.columns), String(mostColumns));
    const rows = await values(files, sheets.indexOf(sheet) + 1);
    const others = sheets.filter((one) => one !== sheet).map(({ name }) => name);
    return {
      rows: withFacts(rows, facts),
      epoch: countsFrom1904(parts) ? 1904 : 1900,
      sheet: sheet.name,
      others,
    };
  } catch (cause) {
    throw unreadable(cause);
  }
}

interface Unpacked {
  /** The same parts packed again: the library's own unpacking knows no bounds. */
  readonly files: Uint8Array;
  readonly parts: Parts;
}

async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  // Loaded where they are needed: every command of the command line starts without them.
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
  let unpacked = 0;
  const found = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!/\.(?:xml|rels)$/i.test(name)) return false;
      unpacked += originalSize;
      if (unpacked > mostUnpacked) throw tooLarge(`${unpacked} B`, `${mostUnpacked} B`);
      return true;
    },
  });
  const parts = new Map(Object.entries(found).map(([name, part]) => [name, strFromU8(part)]));
  const workbook = parts.get('xl/workbook.xml') ?? '';
  // The library knows `1` alone, and would read dates four years early.
  const plain = workbook.replace(/\bdate1904\s*=\s*["']true["']/, 'date1904="1"');
  return { files: zipSync({ ...found, 'xl/workbook.xml': strToU8(plain) }, { level: 0 }), parts };
}

function chosen(sheets: readonly WorkbookSheet[], names: readonly string[]): WorkbookSheet | null {
  const called = sheets.find(({ name, hidden }) => !hidden && names.includes(name.trim().toLowerCase()));
  return called ?? sheets.find(({ hidden }) => !hidden) ?? null;
}

async function values(files: Uint8Array, sheet: number): Promise<Cell[][]> {
  const { readSheet } = await import('read-excel-file/node');
  const rows: readonly (readonly unknown[])[] = await readSheet(Buffer.from(files), sheet);
  return rows.map((row) => row.map(cellOf));
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function withFacts(rows: Cell[][], facts: SheetFacts): Sheet {
  // A formula that shows nothing may be the last of its row, or its sheet.
  while (rows.length < facts.rows) rows.push([]);
  for (const row of rows) while (row.length < facts.columns) row.push(null);
  const put = (row: number, column: number, cell: Cell): void => {
    const cells = rows[row];
    if (cells !== undefined && column < cells.length) cells[column] = cell;
  };
  for (const { row, column, text } of facts.filled) put(row, column, text);
  for (const { row, column, shows } of facts.faulty)
    put(row, column, { fault: shows === null ? 'not_computed' : 'error_value', found: shows ?? '' });
  cover(rows, facts.merged, put);
  for (const { from, to } of facts.hiddenColumns) hideColumns(rows, from, to);
  for (const row of facts.hiddenRows)
    if (rows[row]?.some((cell) => cell !== null) === true) rows[row] = [{ fault: 'hidden_row', found: '' }];
  return rows;
}

/** Of a merged area only the first cell has the value that all of them show. */
function cover(
  rows: readonly (readonly Cell[])[],
  merged: readonly Area[],
  put: (row: number, column: number, cell: Cell) => void,
): void {
  let covered = 0;
  for (const { ref, from, to } of merged) {
    const width = rows[from.row]?.length ?? 0;
    if ((rows[from.row]?.[from.column] ?? null) === null) continue;
    const last = { row: Math.min(to.row, rows.length - 1), column: Math.min(to.column, width - 1) };
    covered += (last.row - from.row + 1) * (last.column - from.column + 1);
    if (covered > mostCovered) throw tooLarge(ref, String(mostCovered));
    for (let row = from.row; row <= last.row; row++)
      for (let column = from.column; column <= last.column; column++)
        if (row !== from.row || column !== from.column) put(row, column, { fault: 'merged', found: ref });
  }
}

function hideColumns(rows: readonly Cell[][], from: number, to: number): void {
  for (const row of rows)
    for (let column = from; column <= Math.min(to, row.length - 1); column++) {
      const cell = row[column] ?? null;
      if (cell !== null && !isFault(cell)) row[column] = { fault: 'hidden_column', found: String(cell) };
    }
}

/** Old workbooks (`.xls`) and those with a password are another kind of file. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
}

export function isZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from([0x50, 0x4b, 3, 4]));
}

export function oldWorkbook(): SheetUnreadable {
  return new SheetUnreadable({ code: 'tagging.sheet_old', params: {} });
}
