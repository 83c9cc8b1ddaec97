import { TaggingError } from '../error.ts';
import type { Cell } from './read-field.ts';
import type { Sheet } from './read-rows.ts';

/** A hundred thousand rows of officers are some MiB; more is no register. */
const mostBytes = 64 * 1_048_576;
const mostUnpacked = 256 * 1_048_576;
const mostRows = 200_000;

/**
 * The first sheet of a workbook, or a CSV file in UTF-8 or GB 18030 (Excel's habit in China), by what the bytes are and
 * not by the name. Cells are values: a formula counts as what it last showed, and text that looks like one is text.
 * Error: `tagging.sheet_unreadable`.
 */
export async function readSheet(bytes: Buffer, file: string): Promise<Sheet> {
  if (bytes.length > mostBytes) throw unreadable(file, `${bytes.length} B > ${mostBytes} B`);
  const sheet = isZip(bytes) ? await workbook(bytes, file) : await csv(bytes, file);
  if (sheet.length > mostRows) throw unreadable(file, `${sheet.length} > ${mostRows}`);
  if (sheet.length === 0) throw unreadable(file, '0');
  return sheet;
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
}

async function workbook(bytes: Buffer, file: string): Promise<Sheet> {
  // Loaded where they are needed: every command of the command line starts without them.
  const { readSheet: readWorkbook } = await import('read-excel-file/node');
  const unpacked = await unpackedBytes(bytes, file);
  if (unpacked > mostUnpacked) throw unreadable(file, `${unpacked} B > ${mostUnpacked} B`);
  try {
    const rows: readonly (readonly unknown[])[] = await readWorkbook(bytes);
    return rows.map((row) => row.map(cellOf));
  } catch (cause) {
    throw unreadable(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** What a zip's directory says it holds: a small file that unpacks to gigabytes is refused before it does. */
async function unpackedBytes(bytes: Buffer, file: string): Promise<number> {
  const { unzipSync } = await import('fflate');
  let sum = 0;
  try {
    unzipSync(bytes, {
      filter({ originalSize }) {
        sum += originalSize;
        return false;
      },
    });
  } catch (cause) {
    throw unreadable(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
  return sum;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

async function csv(bytes: Buffer, file: string): Promise<Sheet> {
  const { parse } = await import('csv-parse/sync');
  try {
    // Rows may be longer or shorter than the first: what is missing is empty, and told where it is needed.
    const rows: string[][] = parse(textOf(bytes), { bom: true, relax_column_count: true });
    return rows;
  } catch (cause) {
    throw unreadable(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** UTF-8 is strict enough to tell itself from GB 18030, which takes almost anything. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

function unreadable(file: string, found: string, cause?: unknown): TaggingError {
  return new TaggingError('tagging.sheet_unreadable', { file, found }, { cause, field: 'FILE' });
}
