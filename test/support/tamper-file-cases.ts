import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createDatabase } from '../../src/custody/database.ts';
import { sql, type TamperCase } from './tamper-case.ts';
import { spoilDatabase } from './tamper-forge.ts';
import { life, padded, type SpoilableStation } from './tamper-station.ts';

const half = (bytes: number): number => Math.floor(bytes / 2);

function officerOf(station: SpoilableStation, row: number): string {
  const db = new Database(station.places.database, { readonly: true });
  try {
    const officer = db.prepare<[number], string>('SELECT officer FROM view_evidence WHERE rowid = ?').pluck();
    return officer.get(row) ?? '';
  } finally {
    db.close();
  }
}

/** Does something that one index never hears of. */
function withoutIndex(station: SpoilableStation, index: string, deed: (db: Database.Database) => void): void {
  let kept: unknown;
  spoilDatabase(station, (db) => {
    db.unsafeMode(true);
    kept = db.prepare('SELECT * FROM sqlite_schema WHERE name = ?').get(index);
    db.pragma('writable_schema = ON');
    db.prepare('DELETE FROM sqlite_schema WHERE name = ?').run(index);
  });
  spoilDatabase(station, deed);
  spoilDatabase(station, (db) => {
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.prepare('INSERT INTO sqlite_schema VALUES (@type, @name, @tbl_name, @rootpage, @sql)').run(kept);
  });
}

export const fileCases: readonly TamperCase[] = [
  {
    what: 'the database deleted',
    spoil: ({ places }) => rmSync(places.database),
    expected: [/^12 .*station\.db$/],
  },
  {
    what: 'the database emptied',
    spoil: ({ places }) => truncateSync(places.database, 0),
    expected: [/^12 .*station\.db$/],
  },
  {
    what: 'the database cut to one page',
    spoil: ({ places }) => truncateSync(places.database, 4096),
    expected: [/^10 .*station\.db$/],
  },
  {
    what: 'the database cut in half',
    spoil: ({ places }) => truncateSync(places.database, half(readFileSync(places.database).length)),
    expected: [/^10 .*station\.db$/],
  },
  {
    what: 'the database without its last page',
    spoil: ({ places }) => truncateSync(places.database, readFileSync(places.database).length - 4096),
    expected: [/^10 .*station\.db$/],
  },
  {
    what: 'the database overwritten with rubbish',
    spoil: ({ places }) => writeFileSync(places.database, 'rubbish '.repeat(4096)),
    expected: [/^10 .*station\.db$/],
  },
  {
    what: 'an empty database with the right tables',
    spoil: ({ places }) => {
      rmSync(places.database);
      createDatabase(places.database).close();
    },
    expected: [`12 log/checkpoint/${padded(life.firstHead)}`],
  },
  { what: 'a table dropped', spoil: sql('DROP TABLE view_left'), expected: ['14 schema of table view_left'] },
  { what: 'the entries dropped', spoil: sql('DROP TABLE ledger_entry'), expected: [/^12 .*station\.db$/] },
  {
    what: 'an index dropped',
    spoil: sql('DROP INDEX view_evidence_secured'),
    expected: ['14 schema of index view_evidence_secured'],
  },
  {
    what: 'a trigger planted',
    spoil: sql(
      `CREATE TRIGGER helpful AFTER INSERT ON view_evidence BEGIN UPDATE view_evidence SET officer = '000001'; END`,
    ),
    expected: ['14 schema of trigger helpful'],
  },
  {
    what: 'an index that lies',
    spoil: (station) => {
      const officer = officerOf(station, 5);
      sql(`UPDATE view_evidence SET officer = '000009' WHERE rowid = 5`)(station);
      withoutIndex(station, 'view_evidence_officer', (db) =>
        db.prepare('UPDATE view_evidence SET officer = ? WHERE rowid = 5').run(officer),
      );
    },
    expected: [/^14 .*station\.db$/],
  },
  {
    what: 'the schema said to be newer',
    spoil: sql('PRAGMA user_version = 9'),
    expected: [/^14 .*station\.db, schema version$/],
  },
  {
    what: 'the schema said to be none',
    spoil: sql('PRAGMA user_version = 0'),
    expected: [/^14 .*station\.db, schema version$/],
  },
  {
    what: 'the publishing said to be far ahead',
    spoil: sql('UPDATE work_published SET value = 1000000'),
    expected: ['14 work_published'],
  },
];
