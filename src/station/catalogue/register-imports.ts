import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from './conditions.ts';
import type { ListPage } from './list-page.ts';
import type { Condition } from './visible.ts';

/** A file whose rows were entered. */
export interface RegisterImport {
  readonly import: string;
  readonly register: string;
  readonly file: string | null;
  readonly sha256: string;
  /** Rows that were to be entered, and faults that were told. */
  readonly rows: number;
  readonly refused: number;
  readonly begun: string;
  /** Null: it goes on, or was broken off in the middle. Importing the file again enters what is missing. */
  readonly finished: string | null;
}

export interface ImportFilter extends ListPage {
  readonly register?: string | null;
}

/** Imports in the order in which they were begun. */
export function importList(
  db: Db,
  filter: ImportFilter,
): { readonly imports: readonly RegisterImport[]; readonly next: string | null } {
  const { sql, parameters } = importRows(filter);
  const found = db.prepare<unknown[], RegisterImport & { readonly place: number }>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ place }) => String(place));
  return { imports: rows.map(({ place, ...one }) => one), next };
}

/** Imports are entered as they begin: the place of a row is the order. */
export function importRows({ register = null, after, limit, descending }: ImportFilter): Condition {
  const conditions = new Conditions()
    .add(descending ? 'rowid < ?' : 'rowid > ?', after === null ? null : Number(after))
    .add('register = ?', register);
  return {
    sql: `SELECT rowid AS place, import, register, file, sha256, rows, refused, begun, finished
      FROM view_register_import${conditions.where} ORDER BY rowid${descending ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}
