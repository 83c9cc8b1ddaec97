import type Database from 'better-sqlite3';
import { projectors } from '../../src/projections.ts';
import { inDatabase, type TamperCase } from './tamper-case.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

const tables = projectors.flatMap((one) => one.tables);

function columnsOf(db: Database.Database, table: string): readonly Column[] {
  return db.prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?)').all(table);
}

/** Another value of the same type. */
function other({ name, type }: Column): string {
  return type === 'INTEGER' ? `coalesce(${name}, 0) + 1000000` : `coalesce(${name}, '') || 'x'`;
}

/** Every column of every view altered in one row, a row too many and a row too few in each that holds any. */
export function viewCases(db: Database.Database): readonly TamperCase[] {
  return tables.flatMap((table) => {
    const columns = columnsOf(db, table);
    const key = columns
      .filter((column) => column.pk > 0)
      .map((column) => column.name)
      .join(', ');
    const first = `WHERE (${key}) = (SELECT ${key} FROM ${table} LIMIT 1)`;
    const expected = [new RegExp(`^14 ${table} `)];
    const names = columns.map((column) => column.name).join(', ');
    // Nothing of this station's stands in it: then a row that somebody invents is all that can be done to it.
    if (db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() === 0) {
      const invented = columns.map(({ type }) => (type === 'INTEGER' ? '1' : `'x'`)).join(', ');
      const sql = `INSERT INTO ${table} (${names}) VALUES (${invented})`;
      const spoil = inDatabase((spoilt) => changed(spoilt, sql));
      return [{ what: `a row of ${table} invented`, spoil, expected }];
    }
    return [
      ...columns.map((column) => ({
        what: `${table}.${column.name} altered`,
        spoil: inDatabase((spoilt) =>
          changed(spoilt, `UPDATE ${table} SET ${column.name} = ${other(column)} ${first}`),
        ),
        expected,
      })),
      {
        what: `a row of ${table} deleted`,
        spoil: inDatabase((spoilt) => changed(spoilt, `DELETE FROM ${table} ${first}`)),
        expected,
      },
      {
        what: `a row of ${table} added`,
        spoil: inDatabase((spoilt) =>
          changed(
            spoilt,
            `INSERT INTO ${table} (${names}) SELECT ${columns.map(other).join(', ')} FROM ${table} ${first}`,
          ),
        ),
        expected,
      },
    ];
  });
}

/** A tampering that touches no row would prove nothing. */
function changed(db: Database.Database, sql: string): void {
  const { changes } = db.prepare(sql).run();
  if (changes !== 1) throw new RangeError(`${changes} rows: ${sql}`);
}
