import { type Cell, readField } from './read-field.ts';
import { type Field, keyOf, type Register, type RegisterName, type RowValues } from './register.ts';

/** A sheet as read: the first row names the columns. */
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
  readonly problem: 'unknown_column' | 'missing_column' | 'empty' | 'wrong' | 'twice' | 'refers_to_nothing';
  readonly found: string;
  readonly allowed: string;
}

export interface ReadRows {
  readonly rows: readonly RegisterRow[];
  readonly errors: readonly RowError[];
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
): ReadRows {
  const columns = columnsOf(sheet[0] ?? [], register);
  const errors: RowError[] = [...columns.errors];
  const found: RegisterRow[] = [];
  const lines = new Map<string, number>();
  for (const [at, cells] of sheet.entries()) {
    const line = at + 1;
    if (at === 0 || cells.every((cell) => cell === null || String(cell).trim() === '')) continue;
    const row = readRow(cells, columns.fields, register, line, zone);
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
    found.push({ line, key, values: row.values });
  }
  const own = (name: RegisterName, key: string): boolean => name === register.name && lines.has(key);
  const dangling = new Map(
    found.flatMap((row) => {
      const error = danglingIn(row, register, (name, key) => own(name, key) || exists(name, key));
      return error === null ? [] : [[row.line, error] as const];
    }),
  );
  return {
    rows: columns.errors.length > 0 ? [] : found.filter(({ line }) => !dangling.has(line)),
    errors: [...errors, ...dangling.values()].toSorted((a, b) => a.line - b.line),
  };
}

interface Columns {
  readonly fields: readonly (Field | null)[];
  readonly errors: readonly RowError[];
}

/** A column is called as its field is, or by its title in either language. */
function columnsOf(head: readonly Cell[], register: Register): Columns {
  const called = ({ name, title }: Field, text: string): boolean =>
    [name, title.en, title.zh].some((one) => one.toLowerCase() === text.toLowerCase());
  const errors: RowError[] = [];
  const fields = head.map((cell) => {
    const text = String(cell ?? '').trim();
    if (text === '') return null;
    const field = register.fields.find((one) => called(one, text));
    if (field !== undefined) return field;
    const allowed = register.fields.map(({ name, title }) => `${name} ${title.zh}`).join(' | ');
    errors.push({ line: 1, column: text, problem: 'unknown_column', found: text, allowed });
    return null;
  });
  for (const { name, title, required } of register.fields) {
    if (required !== true || fields.some((field) => field?.name === name)) continue;
    errors.push({ line: 1, column: title.zh, problem: 'missing_column', found: '', allowed: title.zh });
  }
  return { fields, errors };
}

function readRow(
  cells: readonly Cell[],
  fields: readonly (Field | null)[],
  register: Register,
  line: number,
  zone: string,
): { values: RowValues; errors: readonly RowError[] } {
  const values: Record<string, string> = {};
  const errors: RowError[] = [];
  for (const [at, field] of fields.entries()) {
    if (field === null) continue;
    const read = readField(field, cells[at] ?? null, zone);
    const column = field.title.zh;
    if ('value' in read) values[field.name] = read.value;
    else if ('allowed' in read) errors.push({ line, column, problem: 'wrong', ...read });
    else if (field.required === true)
      errors.push({ line, column, problem: 'empty', found: '', allowed: column });
  }
  const fault = errors.length > 0 ? null : (register.rule?.(values) ?? null);
  if (fault !== null) {
    const column = register.fields.find(({ name }) => name === fault.field)?.title.zh ?? fault.field;
    errors.push({ line, column, problem: 'wrong', found: fault.found, allowed: fault.allowed });
  }
  return { values, errors };
}

function danglingIn(
  { line, values }: RegisterRow,
  register: Register,
  exists: (register: RegisterName, key: string) => boolean,
): RowError | null {
  for (const { name, title, kind } of register.fields) {
    const value = values[name];
    if (kind.is !== 'refers' || value === undefined || exists(kind.to, value)) continue;
    return { line, column: title.zh, problem: 'refers_to_nothing', found: value, allowed: kind.to };
  }
  return null;
}
