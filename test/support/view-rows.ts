import type { Db } from '../../src/custody/database.ts';
import { projectors } from '../../src/projections.ts';

/** Every row of every view, by table. */
export function viewRows(db: Db): Record<string, unknown[]> {
  return Object.fromEntries(
    projectors
      .flatMap((one) => one.tables)
      .toSorted()
      .map((table) => [table, rowsOf(db, table)]),
  );
}

function rowsOf(db: Db, table: string): unknown[] {
  const columns = db.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
  return db.prepare<[], unknown>(`SELECT * FROM ${table} ORDER BY ${columns.slice(0, 3).join(', ')}`).all();
}
