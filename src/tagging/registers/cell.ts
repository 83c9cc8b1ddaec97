/** A cell as a sheet gives it: CSV only text, a workbook also numbers, truth values and dates. */
export type Cell = string | number | boolean | Date | CellFault | null;

/** What stands in a cell without being a value: taken for empty, it would be lost without a word. */
export interface CellFault {
  readonly fault: 'error_value' | 'not_computed' | 'merged' | 'hidden_row' | 'hidden_column';
  /** As the spreadsheet shows it: `#N/A`, the merged area. */
  readonly found: string;
}

/** From when a workbook counts days: Excel on Windows, or on the old Macintosh. */
export type SerialEpoch = 1900 | 1904;

/** Day 0; of 1900 a day early, since Excel has a 29 February 1900. */
const dayZero = { 1900: '1899-12-30', 1904: '1904-01-01' } as const;
/** The years 1954 to 2173: other numbers are no dates. */
const [firstSerial, lastSerial] = [20_000, 100_000];

/** Excel keeps 15 digits of a number and makes the others 0: a longer one is not what somebody typed. */
const exactBelow = 1e15;

export function isFault(cell: Cell): cell is CellFault {
  return typeof cell === 'object' && cell !== null && 'fault' in cell;
}

/** Whether a number cell shows the very number that somebody typed: whole, and with no digit lost. */
export function isExact(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) < exactBelow;
}

/**
 * Local date and time of a date cell, `2026-09-02T18:00:00`; the library gives a workbook's dates, which have no zone, as
 * if they were UTC. They are fractions of a day in floating point, so that 08:07 comes as 08:06:59.999.
 */
export function dateCellText(cell: Date): string {
  const second = Math.round(cell.getTime() / 1_000) * 1_000;
  return Number.isNaN(second) ? '?' : new Date(second).toISOString().slice(0, 19);
}

/** The same of a number that nobody has formatted as a date; null where it can be none. */
export function serialText(serial: number, epoch: SerialEpoch): string | null {
  if (!(serial >= firstSerial && serial <= lastSerial)) return null;
  const seconds = Math.round(serial * 86_400);
  return Temporal.PlainDateTime.from(dayZero[epoch]).add({ seconds }).toString({ smallestUnit: 'second' });
}

const fullWidth = /[\uff01-\uff5e]/g;
const fullWidthInNames = /[\uff0d-\uff0f\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a]/g;

/**
 * Full-width letters, digits and joints as plain ones: a Chinese keyboard makes `２２２２２２` of `222222`, and two numbers
 * that look alike would be two. Brackets stay: they are part of a case's number as it is written.
 */
export function plainName(text: string): string {
  return plain(text, fullWidthInNames);
}

/** The same with every sign, for times, numbers and words of a list. */
export function plainValue(text: string): string {
  return plain(text, fullWidth);
}

function plain(text: string, which: RegExp): string {
  return text
    .replaceAll('\u3000', ' ')
    .replace(which, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .trim();
}

const errorValue =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BUSY!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)$/;

/** What a formula shows that could not be worked out; in CSV it is text like any other. */
export function isErrorValue(text: string): boolean {
  return errorValue.test(text);
}
