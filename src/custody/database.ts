import { readdirSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CustodyError } from './error.ts';

export type Db = Database.Database;

const schemaFolder = new URL('./schema/', import.meta.url);

/** One step of the schema: brings a database of the version before to this one. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** The migrations in order: `0001-core.sql` brings the database to version 1. */
const shipped: readonly Migration[] = readdirSync(schemaFolder)
  .filter((name) => /^\d{4}-.*\.sql$/.test(name))
  .sort()
  .map((name) => ({
    version: Number(name.slice(0, 4)),
    sql: readFileSync(new URL(name, schemaFolder), 'utf8'),
  }));

/** The newest version of the schema that this program knows. */
export const schemaVersion = newest(shipped);

/** Creates the database. Only `docket init` does this: one that is missing anywhere else is a loss, not a beginning. */
export function createDatabase(path: string, migrations: readonly Migration[] = shipped): Db {
  const db = new Database(path);
  settings(db);
  migrate(db, migrations);
  return db;
}

/**
 * Opens the one writing connection of an existing database, migrated to this program's schema.
 * Errors: `custody.database_missing`, `custody.database_damaged`, `custody.database_newer`.
 */
export function openWriting(path: string, migrations: readonly Migration[] = shipped): Db {
  return guarded(path, { fileMustExist: true }, (db) => {
    const version = knownVersion(path, db, newest(migrations));
    settings(db);
    if (version < newest(migrations)) {
      db.exec(`VACUUM INTO '${backupName(path, version).replaceAll("'", "''")}'`);
      migrate(db, migrations);
    }
  });
}

/**
 * Opens a reading connection. Errors as `openWriting`; also `custody.database_older`, since only a writer migrates.
 * Pages are read, never mapped: one that the disk cannot give back is an error then, not the end of the process (SIGBUS).
 */
export function openReading(path: string, known: number = schemaVersion): Db {
  return guarded(path, { fileMustExist: true, readonly: true }, (db) => {
    const version = knownVersion(path, db, known);
    if (version < known) throw new CustodyError('custody.database_older', { path, version, known });
  });
}

/**
 * Opens a reading connection that asks nothing of the schema: `docket verify` looks at it itself. Errors:
 * `custody.database_missing`, `custody.database_damaged`.
 */
export function openToExamine(path: string): Db {
  return guarded(path, { fileMustExist: true, readonly: true }, (db) => {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  });
}

/** An empty database of the same schema, to replay the ledger into; SQLite keeps it in a temporary file where it grows. */
export function scratchDatabase(): Db {
  const db = new Database('');
  migrate(db, shipped);
  return db;
}

function settings(db: Db): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('cache_size = -16384');
  db.pragma('busy_timeout = 5000');
}

function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** A file without a schema is no ledger that is about to begin: one that stood here is gone. */
function knownVersion(path: string, db: Db, newestKnown: number): number {
  const version = versionOf(db);
  if (version > newestKnown)
    throw new CustodyError('custody.database_newer', { path, version, known: newestKnown });
  if (version < 1) throw new CustodyError('custody.database_damaged', { path, found: `schema ${version}` });
  return version;
}

function newest(migrations: readonly Migration[]): number {
  return Math.max(...migrations.map((one) => one.version));
}

function migrate(db: Db, migrations: readonly Migration[]): void {
  db.transaction(() => {
    for (const { version, sql } of migrations) {
      if (version <= versionOf(db)) continue;
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }
  })();
}

function backupName(path: string, version: number): string {
  const stamp = Temporal.Now.instant().toString({ smallestUnit: 'second' }).replaceAll(':', '');
  return `${path}.before-migration-from-${version}.${stamp}`;
}

function guarded(path: string, options: Database.Options, prepare: (db: Db) => void): Db {
  let db: Db | null = null;
  try {
    db = new Database(path, options);
    prepare(db);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof CustodyError) throw error;
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
      throw new CustodyError('custody.database_missing', { path }, { cause: error });
    const code = error instanceof Database.SqliteError ? error.code : '';
    throw new CustodyError(
      'custody.database_damaged',
      { path, found: code || String(error) },
      { cause: error },
    );
  }
}
