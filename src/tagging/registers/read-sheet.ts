import type { SerialEpoch } from './cell.ts';
import { readCsv } from './read-csv.ts';
import type { Sheet } from './read-rows.ts';
import { isOldWorkbook, isZip, oldWorkbook, readWorkbook } from './read-workbook.ts';
import { tooLarge, unreadable } from './sheet-fault.ts';

/** A table as it was found in a file. */
export interface FoundSheet {
  readonly rows: Sheet;
  readonly epoch: SerialEpoch;
  /** The name of the workbook's sheet that was read; null for a CSV file. */
  readonly sheet: string | null;
  /** Sheets beside it that were not read. */
  readonly others: readonly string[];
}

const mostBytes = 64 * 1_048_576;

/**
 * A sheet of a workbook or a CSV file, by what the bytes are and not by the name of the file.
 * @param names what the sheet may be called, in lower case, where there are several. Throws `SheetUnreadable`.
 */
export async function readSheet(bytes: Uint8Array, names: readonly string[]): Promise<FoundSheet> {
  if (bytes.length > mostBytes) throw tooLarge(`${bytes.length} B`, `${mostBytes} B`);
  if (isOldWorkbook(bytes)) throw oldWorkbook();
  const found = isZip(bytes)
    ? await readWorkbook(bytes, names)
    : ({ rows: await readCsv(bytes), epoch: 1900, sheet: null, others: [] } as const);
  if (found.rows.length === 0) throw unreadable('0');
  return found;
}
