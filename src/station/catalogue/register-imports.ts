import type { Db } from '../../custody/database.ts';

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

/** The newest first. */
export function registerImports(db: Db, limit: number): readonly RegisterImport[] {
  return db
    .prepare<[number], RegisterImport>(
      `SELECT import, register, file, sha256, rows, refused, begun, finished FROM view_register_import
       ORDER BY begun DESC, rowid DESC LIMIT ?`,
    )
    .all(limit);
}
