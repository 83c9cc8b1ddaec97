import { type RecorderFilter, recorderPage } from '../../station/catalogue/recorders.ts';
import { type ImportFilter, importList } from '../../station/catalogue/register-imports.ts';
import { type RowFilter, registerRow, registerRows } from '../../station/catalogue/register-rows.ts';
import { rowHistory } from '../../station/catalogue/row-history.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import { TaggingError } from '../../tagging/error.ts';
import type { RegisterName } from '../../tagging/registers/register.ts';
import type { ReadWorld } from '../reading/read-world.ts';

export function readRows({ db }: ReadWorld, filter: RowFilter) {
  return registerRows(db, filter);
}

/** With every value that it ever had. Error: `tagging.row_unknown`. */
export function readRow(
  { db }: ReadWorld,
  {
    register,
    key,
    visible,
  }: { readonly register: RegisterName; readonly key: string; readonly visible: Visible },
) {
  const row = registerRow(db, register, key, visible);
  if (row === null) throw new TaggingError('tagging.row_unknown', { register, found: key }, { field: 'key' });
  return { register, ...row, history: rowHistory(db, register, key) };
}

export function readImports({ db }: ReadWorld, filter: ImportFilter) {
  return importList(db, filter);
}

export function readRecorders({ db }: ReadWorld, filter: RecorderFilter) {
  return recorderPage(db, filter);
}
