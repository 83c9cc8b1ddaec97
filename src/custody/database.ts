import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CustodyError } from './error.ts';

export type Db = Database.Database;

const schemaFolder = new URL('./schema/', import.meta.url);

/** The migrations in order: `0001-core.sql` brings the database to version 1. */
function migrations(): readonly { readonly version: number; readonly sql: string }[] {
  return readdirSync(schemaFolder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      sql: readFileSync(new URL(name, schemaFolder), 'utf8'),
    }));
}

/** The newest version of the schema that this program knows. */
export const schemaVersion = Math.max(...migrations().map((one) => one.version));

/** Creates the database. Only `docket init` does this: one that is missing anywhere else is a loss, not a beginning. */
export function createDatabase(path: string): Db {
  const db = new Database(path);
  settings(db);
  migrate(db);
  return db;
}

/**
 * Opens the one writing connection of an existing database, migrated to this program's schema.
 * Errors: `custody.database_missing`, `custody.database_damaged`, `custody.database_newer`.
 */
export function openWriting(path: string): Db {
  return guarded(path, () => {
    const db = new Database(path, { fileMustExist: true });
    settings(db);
    const version = versionOf(db);
    if (version > schemaVersion) throw newer(path, version);
    if (version < schemaVersion) {
      db.exec(`VACUUM INTO '${backupName(path, version).replaceAll("'", "''")}'`);
      migrate(db);
    }
    return db;
  });
}

/** Opens a reading connection. Errors as `openWriting`; also where the schema is older than this program's. */
export function openReading(path: string): Db {
  return guarded(path, () => {
    const db = new Database(path, { fileMustExist: true, readonly: true });
    db.pragma('mmap_size = 268435456');
    const version = versionOf(db);
    if (version > schemaVersion) throw newer(path, version);
    if (version < 1) throw new CustodyError('custody.database_damaged', { path, found: `schema ${version}` });
    return db;
  });
}

/** An empty database of the same schema, to replay the ledger into; SQLite keeps it in a temporary file where it grows. */
export function scratchDatabase(): Db {
  const db = new Database('');
  migrate(db);
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

function migrate(db: Db): void {
  db.transaction(() => {
    for (const { version, sql } of migrations()) {
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

function newer(path: string, version: number): CustodyError {
  return new CustodyError('custody.database_newer', { path, version, known: schemaVersion });
}

function guarded(path: string, open: () => Db): Db {
  try {
    return open();
  } catch (error) {
    if (error instanceof CustodyError) throw error;
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code === 'SQLITE_CANTOPEN' || /directory does not exist|unable to open/.test(String(error))) {
      throw new CustodyError('custody.database_missing', { path }, { cause: error });
    }
    throw new CustodyError(
      'custody.database_damaged',
      { path, found: code || String(error) },
      { cause: error },
    );
  }
}
