import type { RegisterRow, RowError } from './read-rows.ts';
import type { Field, Register, RegisterName, RowValues } from './register.ts';

/**
 * Rows that refer to what is not there, by line; also those that refer to such a row of their own sheet, which is not
 * entered either.
 * @param exists whether a row stands, in any register, without those of `rows`. Pure.
 */
export function refersToNothing(
  rows: readonly RegisterRow[],
  register: Register,
  exists: (register: RegisterName, key: string) => boolean,
): ReadonlyMap<number, RowError> {
  const own = new Map(rows.map((row) => [row.key, row]));
  const refused = new Map<number, RowError>();
  const there = (name: RegisterName, key: string): boolean =>
    (name === register.name && own.has(key)) || exists(name, key);
  const refuse = (some: readonly RegisterRow[]): readonly string[] =>
    some.flatMap((row) => {
      const error = refused.has(row.line) ? null : danglingIn(row, register, there);
      if (error === null) return [];
      refused.set(row.line, error);
      return [row.key];
    });
  const onOwn = referrers(rows, register);
  for (let gone = refuse(rows); gone.length > 0; ) {
    for (const key of gone) own.delete(key);
    gone = refuse(gone.flatMap((key) => onOwn.get(key) ?? []));
  }
  return refused;
}

/** Rows that a tree could not hold, by line: following their reference to another row leads back to them. Pure. */
export function circlesIn(
  rows: readonly RegisterRow[],
  register: Register,
  standing: (key: string) => RowValues | null,
): ReadonlyMap<number, RowError> {
  const [upwards] = ownReferences(register);
  if (upwards === undefined) return new Map();
  const own = new Map(rows.map((row) => [row.key, row]));
  const above = (key: string): string | undefined => (own.get(key)?.values ?? standing(key))?.[upwards.name];
  const looked = new Set<string>();
  const found = new Map<number, RowError>();
  for (const { key: from } of rows) {
    const path: string[] = [];
    let key: string | undefined = from;
    while (key !== undefined && !looked.has(key)) {
      looked.add(key);
      path.push(key);
      key = above(key);
    }
    const back = key === undefined ? -1 : path.indexOf(key);
    for (const one of back === -1 ? [] : path.slice(back)) {
      const row = own.get(one);
      if (row !== undefined) found.set(row.line, circle(row, upwards, path.slice(back)));
    }
  }
  return found;
}

function circle({ line }: RegisterRow, { title }: Field, path: readonly string[]): RowError {
  return { line, column: title.zh, problem: 'circle', found: path.slice(0, 8).join(' → '), allowed: '' };
}

function ownReferences({ name, fields }: Register): readonly Field[] {
  return fields.filter(({ kind }) => kind.is === 'refers' && kind.to === name);
}

/** Rows of the sheet by the row of the sheet that they refer to. */
function referrers(
  rows: readonly RegisterRow[],
  register: Register,
): ReadonlyMap<string, readonly RegisterRow[]> {
  const found = new Map<string, RegisterRow[]>();
  for (const { name } of ownReferences(register)) {
    for (const row of rows) {
      const key = row.values[name];
      if (key === undefined) continue;
      const some = found.get(key);
      if (some === undefined) found.set(key, [row]);
      else some.push(row);
    }
  }
  return found;
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
