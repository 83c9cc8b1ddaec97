import { setImmediate as breathe } from 'node:timers/promises';
import { registers } from './all.ts';
import type { RegisterRoom } from './enter.ts';
import { byLine, type RegisterRow, type RowError } from './read-rows.ts';
import { circlesIn, refersToNothing } from './references.ts';
import type { Register, RegisterName, RowValues } from './register.ts';
import type { ReadFile } from './sheet-reader.ts';

/** A good row beside what stands of it now; null where it is new. */
export interface PlannedRow {
  readonly row: RegisterRow;
  readonly before: RowValues | null;
}

export interface FilePlan extends Pick<ReadFile, 'sheet' | 'others'> {
  readonly rows: readonly PlannedRow[];
  readonly errors: readonly RowError[];
  readonly faults: number;
}

/** Rows of files that are entered before this one. */
export interface EarlierRows {
  readonly register: RegisterName;
  readonly rows: readonly PlannedRow[];
}

/** So many rows are looked at before the main thread may do something else. */
const atOnce = 500;

/**
 * What a file's rows would change. A field whose column the file does not have stays as it stands: a list of cases with
 * the days on which they were closed says nothing of their parties. A column that is there and empty takes the field away.
 */
export async function planFile(
  room: RegisterRoom,
  name: RegisterName,
  read: ReadFile,
  earlier: readonly EarlierRows[],
): Promise<FilePlan> {
  const register = registers[name];
  const errors: RowError[] = [];
  const rows: PlannedRow[] = [];
  const pending = pendingKeys(earlier);
  for (const some of slices(read.rows)) {
    for (const row of some) {
      const before = room.book.row(name, row.key)?.values ?? pending(name, row.key);
      const merged = { ...row, values: withStanding(row.values, before, read.fields) };
      const error = before === null ? null : brokenRule(merged, register, room.zone);
      if (error === null) rows.push({ row: merged, before });
      else errors.push(error);
    }
    await breathe();
  }
  const good = rows.map(({ row }) => row);
  const known = await knownReferences(room, good, register, pending);
  const refused = new Map([
    ...refersToNothing(good, register, known),
    ...circlesIn(good, register, (key) => room.book.row(name, key)?.values ?? pending(name, key)),
  ]);
  errors.push(...refused.values());
  return {
    ...{ sheet: read.sheet, others: read.others },
    rows: rows.filter(({ row }) => !refused.has(row.line)),
    errors: byLine([...read.errors, ...errors]),
    faults: read.faults + errors.length,
  };
}

function* slices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce);
}

function pendingKeys(
  earlier: readonly EarlierRows[],
): (register: RegisterName, key: string) => RowValues | null {
  const found = new Map<string, RowValues>();
  for (const { register, rows } of earlier)
    for (const { row } of rows) found.set(`${register} ${row.key}`, row.values);
  return (register, key) => found.get(`${register} ${key}`) ?? null;
}

function withStanding(values: RowValues, before: RowValues | null, fields: readonly string[]): RowValues {
  if (before === null) return values;
  const kept = Object.entries(before).filter(([name]) => !fields.includes(name));
  return { ...Object.fromEntries(kept), ...values };
}

/** What the file says may not fit what stands. */
function brokenRule({ line, values }: RegisterRow, register: Register, zone: string): RowError | null {
  const fault = register.rule?.(values, zone) ?? null;
  if (fault === null) return null;
  const column = register.fields.find(({ name }) => name === fault.field)?.title.zh ?? fault.field;
  return { line, column, problem: 'wrong', found: fault.found, allowed: fault.allowed };
}

/** Looks once for each row that is referred to. */
async function knownReferences(
  { book }: RegisterRoom,
  rows: readonly RegisterRow[],
  { fields }: Register,
  pending: (register: RegisterName, key: string) => RowValues | null,
): Promise<(register: RegisterName, key: string) => boolean> {
  const known = new Map<string, boolean>();
  for (const some of slices(rows)) {
    for (const { values } of some)
      for (const { name, kind } of fields) {
        const key = values[name];
        if (kind.is !== 'refers' || key === undefined || known.has(`${kind.to} ${key}`)) continue;
        const there = pending(kind.to, key) !== null || book.row(kind.to, key) !== null;
        known.set(`${kind.to} ${key}`, there);
      }
    await breathe();
  }
  return (register, key) => known.get(`${register} ${key}`) === true;
}
