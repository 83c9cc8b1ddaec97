import type { Sheet } from './read-rows.ts';
import { mostRows, SheetUnreadable, tooLarge, unreadable } from './sheet-fault.ts';

const mostRecord = 1_048_576;

/**
 * A CSV file: UTF-8 with or without its mark, UTF-16 with one, or GB 18030 (Excel's habit in China); separated by commas,
 * tabs or semicolons. A quote in the middle of a cell is text; one that opens a cell and is never closed would take in
 * everything after it, and is refused. Throws `SheetUnreadable`.
 */
export async function readCsv(bytes: Uint8Array): Promise<Sheet> {
  const { CsvError, parse } = await import('csv-parse/sync');
  try {
    const text = textOf(bytes);
    // Rows may be longer or shorter than the first: what is missing is empty, what is too much is told.
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      to: mostRows + 1,
      max_record_size: mostRecord,
    });
    if (rows.length > mostRows) throw tooLarge(`> ${mostRows}`, String(mostRows));
    return rows;
  } catch (cause) {
    if (!(cause instanceof CsvError) || cause.code !== 'CSV_QUOTE_NOT_CLOSED') throw unreadable(cause);
    const line = Number(cause['records']) + 1;
    throw new SheetUnreadable({ code: 'tagging.sheet_quotes', params: { line } }, cause);
  }
}

/** UTF-8 is strict enough to tell itself from GB 18030, which takes almost anything. */
function textOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  const strictly = (encoding: string): string => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  if (first === 0xff && second === 0xfe) return strictly('utf-16le');
  if (first === 0xfe && second === 0xff) return strictly('utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return strictly('utf-8');
  try {
    return strictly('utf-8');
  } catch {
    return strictly('gb18030');
  }
}

/** Whatever stands most often in the first line: titles of columns hold none of them. */
function separatorOf(text: string): string {
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1);
  const times = (sign: string): number => line.split(sign).length;
  return [',', '\t', ';'].reduce((best, one) => (times(one) > times(best) ? one : best));
}
