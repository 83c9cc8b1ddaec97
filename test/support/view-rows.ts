import type { Db } from '../../src/custody/database.ts';
import { projectors } from '../../src/projections.ts';

/** Every row of every view, by table. */
export function viewRows(db: Db): Record<string, unknown[]> {
  return Object.fromEntries(
    projectors
      .flatMap((one) => one.tables)
      .toSorted()
      .map((table) => [table, db.prepare<[], unknown>(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all()]),
  );
}
