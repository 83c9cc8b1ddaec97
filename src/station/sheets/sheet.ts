/** A table for a file: text and numbers, null for what is not known. */
export interface Sheet {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * RFC 4180 with a mark for UTF-8, without which Excel reads Chinese as something else. A cell that begins like a formula
 * is disarmed: officer numbers come from file names, and a card may say `=HYPERLINK(…)`.
 */
export async function csvText({ titles, rows }: Sheet): Promise<string> {
  // Loaded where it is needed: every command of the command line starts without it.
  const { stringify } = await import('csv-stringify/sync');
  return stringify(
    [titles, ...rows].map((row) => [...row]),
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}

/** An Office Open XML workbook with one sheet each; every cell is a value, never a formula. */
export async function xlsxBytes(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const written = writeExcelFile(
    sheets.map(({ name, titles, rows }) => ({
      sheet: name,
      data: [
        titles.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value) => (value === null ? null : { value }))),
      ],
      columns: titles.map((title, column) => ({ width: widthOf(title, rows, column) })),
      stickyRowsCount: 1,
    })),
  );
  return await written.toBuffer();
}

const mostWidth = 60;

/** In characters; a Chinese one takes two. */
function widthOf(title: string, rows: Sheet['rows'], column: number): number {
  const cells = [title, ...rows.map((row) => String(row[column] ?? ''))];
  const widths = cells.map((cell) => [...cell].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0));
  return Math.min(mostWidth, widths.reduce((most, one) => Math.max(most, one), 0) + 2);
}
