import type { Db } from '../../custody/database.ts';
import type { StandingRow } from '../../tagging/registers/book.ts';
import type { RegisterName, RowValues } from '../../tagging/registers/register.ts';
import { Conditions, pageOf } from './conditions.ts';
import { type Condition, seenRow, type Visible } from './visible.ts';

export interface RowFilter {
  readonly register: RegisterName;
  /** Only rows whose key begins so. */
  readonly begins: string | null;
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
  readonly visible: Visible;
}

interface Row {
  readonly key: string;
  readonly fields: string;
  readonly entered: string;
  readonly changed: string;
}

/** A page of a register's rows in the order of their keys. */
export function registerRows(
  db: Db,
  filter: RowFilter,
): { readonly rows: readonly StandingRow[]; readonly next: string | null } {
  const { sql, parameters } = registerRowsQuery(filter);
  const rows = db.prepare<unknown[], Row>(sql).all(...parameters);
  const page = pageOf(rows, filter.limit, ({ key }) => key);
  return { rows: page.rows.map(standing), next: page.next };
}

export function registerRowsQuery(filter: RowFilter): Condition {
  const { register, begins, after, newestFirst, limit, visible } = filter;
  const conditions = new Conditions()
    .add('row.register = ?', register)
    .add('row.key >= ?', begins)
    .add('row.key < ?', begins === null ? null : `${begins}\u{10ffff}`)
    .add(newestFirst ? 'row.key < ?' : 'row.key > ?', after)
    .and(seenRow(visible, register));
  return {
    sql: `SELECT row.key, row.fields, row.entered, row.changed FROM view_register row${conditions.where}
      ORDER BY row.key${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

/** One row within what somebody may see; null where there is none. */
export function registerRow(
  db: Db,
  register: RegisterName,
  key: string,
  visible: Visible,
): StandingRow | null {
  const conditions = new Conditions()
    .add('row.register = ?', register)
    .add('row.key = ?', key)
    .and(seenRow(visible, register));
  const row = db
    .prepare<unknown[], Row>(
      `SELECT row.key, row.fields, row.entered, row.changed FROM view_register row${conditions.where}`,
    )
    .get(...conditions.parameters);
  return row === undefined ? null : standing(row);
}

function standing({ key, fields, entered, changed }: Row): StandingRow {
  // The projector wrote it: field names and texts.
  return { key, values: JSON.parse(fields) as RowValues, entered, changed };
}
