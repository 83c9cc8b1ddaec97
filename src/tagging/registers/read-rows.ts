import { type Cell, isFault, type SerialEpoch } from './cell.ts';
import { type FieldProblem, readField } from './read-field.ts';
import { refersToNothing } from './references.ts';
import { type Field, keyOf, type Register, type RegisterName, type RowValues } from './register.ts';

/** A sheet as read. */
export type Sheet = readonly (readonly Cell[])[];

export interface RegisterRow {
  readonly line: number;
  readonly key: string;
  readonly values: RowValues;
}

/** What is wrong with a row, by line (from 1, as the spreadsheet numbers it) and column. */
export interface RowError {
  readonly line: number;
  readonly column: string;
  readonly problem: RowProblem;
  readonly found: string;
  readonly allowed: string;
}

export type RowProblem =
  | FieldProblem
  | 'unknown_column'
  | 'missing_column'
  | 'column_twice'
  | 'empty'
  | 'spare'
  | 'twice'
  | 'refers_to_nothing'
  | 'circle';

export interface ReadRows {
  readonly rows: readonly RegisterRow[];
  readonly errors: readonly RowError[];
  /** The line that names the columns. */
  readonly head: number;
  /** The fields that have a column. Of the others the sheet says nothing. */
  readonly fields: readonly string[];
}

/**
 * Reads a sheet's rows for a register. Every fault is told with its line and column; a row with one is not among `rows`.
 * @param exists whether another register has a row of this key; the sheet's own rows count too. Pure.
 */
export function readRows(
  sheet: Sheet,
  register: Register,
  zone: string,
  exists: (register: RegisterName, key: string) => boolean,
  epoch: SerialEpoch = 1900,
): ReadRows {
  const shaped = shapeRows(sheet, register, zone, epoch);
  const dangling = refersToNothing(shaped.rows, register, exists);
  return {
    ...shaped,
    rows: shaped.rows.filter(({ line }) => !dangling.has(line)),
    errors: byLine([...shaped.errors, ...dangling.values()]),
  };
}

export function byLine(errors: readonly RowError[]): readonly RowError[] {
  return errors.toSorted((a, b) => a.line - b.line);
}

/** The same without asking what rows refer to. */
export function shapeRows(sheet: Sheet, register: Register, zone: string, epoch: SerialEpoch): ReadRows {
  const top = headOf(sheet, register);
  const columns = columnsOf(sheet[top] ?? [], register, top + 1);
  const errors: RowError[] = [...columns.errors];
  const rows: RegisterRow[] = [];
  const lines = new Map<string, number>();
  for (const [at, cells] of sheet.entries()) {
    const line = at + 1;
    if (at <= top || cells.every(isEmpty)) continue;
    const row = readRow(cells, columns, register, line, zone, epoch);
    errors.push(...row.errors);
    if (row.errors.length > 0) continue;
    const key = keyOf(register, row.values);
    const before = lines.get(key);
    if (before !== undefined) {
      const column = register.key[0] ?? '';
      errors.push({ line, column, problem: 'twice', found: key, allowed: String(before) });
      continue;
    }
    lines.set(key, line);
    rows.push({ line, key, values: row.values });
  }
  return {
    rows: columns.errors.length > 0 ? [] : rows,
    errors: byLine(errors),
    head: top + 1,
    fields: columns.fields.flatMap((field) => field?.name ?? []),
  };
}

function isEmpty(cell: Cell): boolean {
  return cell === null || (!isFault(cell) && String(cell).trim() === '');
}

/** Above the columns there may be a title, a date, who made the list; below them there is nothing but rows. */
const mostAbove = 20;

/** The row that names every column which must be there; the first one where none does. */
function headOf(sheet: Sheet, register: Register): number {
  const required = register.fields.filter((field) => field.required === true);
  const at = sheet
    .slice(0, mostAbove)
    .findIndex((cells) => required.every((field) => cells.some((cell) => isCalled(field, titleIn(cell)))));
  return Math.max(0, at);
}

function titleIn(cell: Cell): string {
  return isFault(cell) ? cell.found.trim() : String(cell ?? '').trim();
}

/** A column is called as its field is, or by its title in either language. */
function isCalled({ name, title }: Field, text: string): boolean {
  return [name, title.en, title.zh].some((one) => one.toLowerCase() === text.toLowerCase());
}

interface Columns {
  readonly fields: readonly (Field | null)[];
  readonly titled: readonly boolean[];
  readonly errors: readonly RowError[];
}

function columnsOf(head: readonly Cell[], register: Register, line: number): Columns {
  const errors: RowError[] = [];
  const fields: (Field | null)[] = [];
  for (const cell of head) {
    const text = titleIn(cell);
    const field = register.fields.find((one) => isCalled(one, text)) ?? null;
    const problem = columnProblem(cell, text, field, fields);
    fields.push(problem === null ? field : null);
    if (problem === null) continue;
    const allowed =
      problem === 'unknown_column'
        ? register.fields.map(({ name, title }) => `${name} ${title.zh}`).join(' | ')
        : '';
    errors.push({ line, column: text, problem, found: text, allowed });
  }
  for (const { title, required, name } of register.fields) {
    if (required !== true || fields.some((field) => field?.name === name)) continue;
    if (errors.some(({ column }) => [name, title.en, title.zh].includes(column))) continue;
    errors.push({ line, column: title.zh, problem: 'missing_column', found: '', allowed: title.zh });
  }
  return { fields, titled: head.map((cell) => titleIn(cell) !== ''), errors };
}

function columnProblem(
  cell: Cell,
  text: string,
  field: Field | null,
  before: readonly (Field | null)[],
): RowProblem | null {
  if (text === '') return null;
  if (isFault(cell)) return cell.fault;
  if (field === null) return 'unknown_column';
  return before.includes(field) ? 'column_twice' : null;
}

function readRow(
  cells: readonly Cell[],
  { fields, titled }: Columns,
  register: Register,
  line: number,
  zone: string,
  epoch: SerialEpoch,
): { values: RowValues; errors: readonly RowError[] } {
  const [first = null] = cells;
  if (isFault(first) && first.fault === 'hidden_row')
    return { values: {}, errors: [{ line, column: '-', problem: first.fault, found: '', allowed: '' }] };
  const values: Record<string, string> = {};
  const errors: RowError[] = [];
  for (const [at, field] of fields.entries()) {
    if (field === null) continue;
    const read = readField(field, cells[at] ?? null, zone, epoch);
    const column = field.title.zh;
    if ('value' in read) values[field.name] = read.value;
    else if ('problem' in read) errors.push({ line, column, ...read });
    else if (field.required === true)
      errors.push({ line, column, problem: 'empty', found: '', allowed: column });
  }
  const spare = cells.findIndex((cell, at) => titled[at] !== true && !isEmpty(cell));
  if (spare !== -1) errors.push(spareCell(line, spare, cells[spare] ?? null));
  const fault = errors.length > 0 ? null : (register.rule?.(values, zone) ?? null);
  if (fault !== null) {
    const column = register.fields.find(({ name }) => name === fault.field)?.title.zh ?? fault.field;
    errors.push({ line, column, problem: 'wrong', found: fault.found, allowed: fault.allowed });
  }
  return { values, errors };
}

/** A comma too many moves everything after it by a column: what ends up beside the table was meant for it. */
function spareCell(line: number, at: number, cell: Cell): RowError {
  const found = titleIn(cell).slice(0, 80);
  return { line, column: columnLetters(at), problem: 'spare', found, allowed: '' };
}

/** `A` for 0, `AA` for 26, as spreadsheets name columns. */
function columnLetters(at: number): string {
  const rest = Math.floor(at / 26);
  return `${rest === 0 ? '' : columnLetters(rest - 1)}${String.fromCharCode(65 + (at % 26))}`;
}
