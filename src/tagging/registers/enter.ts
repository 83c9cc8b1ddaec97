import { createHash, randomUUID } from 'node:crypto';
import type { Actor, AnyDraft } from '../../custody/entry.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { TaggingError } from '../error.ts';
import { tagAnew } from '../tag-anew.ts';
import { registers } from './all.ts';
import type { RegisterBook } from './book.ts';
import { type ReadRows, type RegisterRow, readRows } from './read-rows.ts';
import { readSheet } from './read-sheet.ts';
import { type Register, type RegisterName, type RowValues, registerNames } from './register.ts';
import { keyAsWritten } from './row-key.ts';

/** Entries of one transaction: the ledger's thread must stay free for intake between them. */
const atOnce = 1_000;

export interface RegisterRoom {
  readonly ledger: Ledger;
  readonly book: RegisterBook;
  readonly zone: string;
}

/** What a file would do, or has done, to a register. */
export interface ImportReport extends Omit<ReadRows, 'rows'> {
  readonly register: RegisterName;
  readonly import: string | null;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Error: `tagging.register_unknown`. */
export function registerNamed(name: string): RegisterName {
  const found = registerNames.find((one) => one === name);
  if (found !== undefined) return found;
  const allowed = registerNames.join(' | ');
  throw new TaggingError('tagging.register_unknown', { found: name, allowed }, { field: 'REGISTER' });
}

/**
 * Reads a file of rows and enters them. With `dryRun` it only tells what it would do. Rows with faults are never entered;
 * where there are any, nothing is, unless `goodRows` asks for the others.
 * Errors: `tagging.sheet_unreadable`, `tagging.rows_wrong`.
 */
export async function importRegister(
  { ledger, book, zone }: RegisterRoom,
  wish: {
    readonly register: RegisterName;
    readonly bytes: Buffer;
    readonly file: string;
    readonly dryRun: boolean;
    readonly goodRows: boolean;
  },
  actor: Actor,
): Promise<ImportReport> {
  const { register, bytes, file } = wish;
  const sheet = await readSheet(bytes, file);
  const { rows, errors } = readRows(
    sheet,
    registers[register],
    zone,
    (name, key) => book.row(name, key) !== null,
  );
  const news = rows.map((row) => ({ row, before: book.row(register, row.key)?.values ?? null }));
  const fresh = news.filter(({ row, before }) => before === null || !same(row.values, before));
  const added = fresh.filter(({ before }) => before === null).length;
  const report = {
    ...{ register, errors, rows: rows.length, added },
    changed: fresh.length - added,
    unchanged: rows.length - fresh.length,
  };
  if (wish.dryRun || (errors.length > 0 && !wish.goodRows)) return { ...report, import: null };
  const id = randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const subject = { kind: 'register', id: register } as const;
  await ledger.append([
    {
      type: 'register.import_begun',
      actor,
      subject,
      data: { import: id, register, sha256, rows: fresh.length, refused: errors.length },
      personal: { file },
    },
  ]);
  for (let from = 0; from < fresh.length; from += atOnce) {
    const some = fresh.slice(from, from + atOnce);
    await ledger.append(
      some.map(({ row }) => entered(register, row, id, actor)),
      [tagAnew],
    );
  }
  await ledger.append([
    {
      type: 'register.imported',
      actor,
      subject,
      data: { import: id, register, rows: fresh.length },
      personal: {},
    },
  ]);
  return { ...report, import: id };
}

/**
 * Enters one row by hand, or changes the fields that are given; an empty value takes a field away.
 * Errors: `tagging.row_wrong`.
 */
export async function enterRow(
  { ledger, book, zone }: RegisterRoom,
  register: RegisterName,
  written: RowValues,
  actor: Actor,
): Promise<{ readonly key: string; readonly values: RowValues }> {
  const shape = registers[register];
  const given = byFieldName(shape, written);
  const key = keyAsWritten(shape, given, zone);
  const before = book.row(register, key)?.values ?? {};
  const merged = { ...before, ...given };
  const names = [...new Set([...shape.fields.map(({ name }) => name), ...Object.keys(given)])];
  const sheet = [names, names.map((name) => merged[name] ?? null)];
  const { rows, errors } = readRows(sheet, shape, zone, (name, one) => book.row(name, one) !== null);
  const [error] = errors;
  const [row] = rows;
  if (error !== undefined || row === undefined)
    throw new TaggingError(
      'tagging.row_wrong',
      { column: error?.column ?? '-', found: error?.found ?? '-', allowed: error?.allowed ?? '-' },
      { field: error?.column ?? 'REGISTER' },
    );
  if (!same(row.values, before)) await ledger.append([entered(register, row, null, actor)], [tagAnew]);
  return { key: row.key, values: row.values };
}

function entered(
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

function same(a: RowValues, b: RowValues): boolean {
  const names = Object.keys({ ...a, ...b });
  return names.every((name) => a[name] === b[name]);
}
