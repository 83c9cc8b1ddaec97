import type { Actor, AnyDraft } from '../../custody/entry.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { TaggingError } from '../error.ts';
import { tagAnew } from '../tag-anew.ts';
import { registers } from './all.ts';
import { areaErrors, isAreaProblem } from './area.ts';
import type { RegisterBook } from './book.ts';
import { type RegisterRow, type RowError, readRows } from './read-rows.ts';
import { circlesIn } from './references.ts';
import { type Register, type RegisterName, type RowValues, registerNames } from './register.ts';
import { keyAsWritten } from './row-key.ts';

export interface RegisterRoom {
  readonly ledger: Ledger;
  readonly book: RegisterBook;
  readonly zone: string;
}

/** Error: `tagging.register_unknown`. */
export function registerNamed(name: string): RegisterName {
  const found = registerNames.find((one) => one === name);
  if (found !== undefined) return found;
  const allowed = registerNames.join(' | ');
  throw new TaggingError('tagging.register_unknown', { found: name, allowed }, { field: 'REGISTER' });
}

/**
 * Enters one row by hand, or changes the fields that are given; an empty value takes a field away.
 * @param standing what stood in fields when whoever writes looked; empty: nothing
 * Errors: `tagging.row_wrong`, `tagging.row_changed`, and for a place's outline `tagging.area_…`.
 */
export async function enterRow(
  { ledger, book, zone }: RegisterRoom,
  register: RegisterName,
  written: RowValues,
  actor: Actor,
  standing: RowValues = {},
): Promise<{ readonly key: string; readonly values: RowValues }> {
  const shape = registers[register];
  const given = byFieldName(shape, written);
  const key = keyAsWritten(shape, given, zone);
  const before = book.row(register, key)?.values ?? {};
  requireStanding(shape, key, byFieldName(shape, standing), before);
  const merged = { ...before, ...given };
  const names = [...new Set([...shape.fields.map(({ name }) => name), ...Object.keys(given)])];
  const sheet = [names, names.map((name) => merged[name] ?? null)];
  const { rows, errors } = readRows(sheet, shape, zone, (name, one) => book.row(name, one) !== null);
  const circles = circlesIn(rows, shape, (one) => book.row(register, one)?.values ?? null);
  const [error] = [...errors, ...circles.values()];
  const [row] = rows;
  if (error !== undefined || row === undefined) throw rowError(error);
  if (!same(row.values, before)) await ledger.append([enteredDraft(register, row, null, actor)], [tagAnew]);
  return { key: row.key, values: row.values };
}

/** Of two persons who edit the same field the second sees what the first has written. Error: `tagging.row_changed`. */
function requireStanding({ fields }: Register, key: string, standing: RowValues, before: RowValues): void {
  for (const [name, value] of Object.entries(standing)) {
    const found = before[name] ?? '';
    if (found === value) continue;
    const title = fields.find((one) => one.name === name)?.title.zh ?? name;
    throw new TaggingError(
      'tagging.row_changed',
      { key, column: title, found: found === '' ? '–' : found },
      { field: name },
    );
  }
}

function rowError(error: RowError | undefined): TaggingError {
  const { column = '-', found = '-', allowed = '-' } = error ?? {};
  const field = { field: error?.column ?? 'REGISTER' };
  const params = { column, found, allowed };
  const problem = error?.problem;
  if (problem === 'empty' || problem === 'missing_column')
    return new TaggingError('tagging.field_missing', { column }, field);
  if (problem === undefined || !isAreaProblem(problem))
    return new TaggingError('tagging.row_wrong', params, field);
  return new TaggingError(areaErrors[problem], params, field);
}

/** The entry by which a row stands as it is now. */
export function enteredDraft(
  register: RegisterName,
  { key, values }: RegisterRow,
  id: string | null,
  actor: Actor,
): AnyDraft {
  return {
    type: 'register.entered',
    actor,
    subject: { kind: 'register', id: `${register}/${key}` },
    data: { register, key, import: id },
    personal: values,
  };
}

/** A field is called by its name or by its title in either language; what is none stays, and is refused by name. */
function byFieldName({ fields }: Register, written: RowValues): RowValues {
  return Object.fromEntries(
    Object.entries(written).map(([called, value]) => {
      const field = fields.find(({ name, title }) => [name, title.en, title.zh].includes(called));
      return [field?.name ?? called, value];
    }),
  );
}

export function same(a: RowValues, b: RowValues): boolean {
  const names = Object.keys({ ...a, ...b });
  return names.every((name) => a[name] === b[name]);
}
