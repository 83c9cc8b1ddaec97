import { type Db, schemaVersion, scratchDatabase } from '../database.ts';
import { CustodyError } from '../error.ts';
import { type DamageReport, readable } from './damage.ts';

/** What stands of the database: `empty` where it has no ledger at all. */
export type Standing = 'standing' | 'empty';

/**
 * Compares every table, index, trigger and view with those that this program makes: a trigger put in would change what
 * is written, and a missing index lets in what it forbids. A database of a newer program has a schema of its own and
 * is refused (`custody.database_newer`), as is an older one (`custody.database_older`); the same schema under another
 * number is damage.
 */
export function checkSchema(db: Db, damage: DamageReport): Standing {
  const place = (): string => db.name;
  const is = readable(damage, 'entry_altered', place, () => shapeOf(db), null);
  if (is === null) return 'standing';
  if (!is.has('table ledger_entry')) return 'empty';
  const version = readable(damage, 'catalogue_differs', place, () => versionOf(db), schemaVersion);
  const should = ourShape();
  const differing = [...should].filter(([name, sql]) => is.get(name) !== sql);
  const surplus = [...is].filter(([name]) => !should.has(name));
  if (differing.length + surplus.length > 0) requireOwnVersion(db, version);
  else if (version !== schemaVersion)
    damage.add('catalogue_differs', `${db.name}, schema version`, `${schemaVersion}`, `${version}`);
  for (const [name, sql] of differing)
    damage.add('catalogue_differs', `schema of ${name}`, sql, is.get(name) ?? 'nothing');
  for (const [name, sql] of surplus) damage.add('catalogue_differs', `schema of ${name}`, 'nothing', sql);
  return 'standing';
}

function requireOwnVersion(db: Db, version: number): void {
  const params = { path: db.name, version, known: schemaVersion };
  if (version > schemaVersion) throw new CustodyError('custody.database_newer', params);
  if (version < schemaVersion && version > 0) throw new CustodyError('custody.database_older', params);
}

/** Every part of the schema but SQLite's own statistics, by kind and name. */
function shapeOf(db: Db): ReadonlyMap<string, string> {
  const parts = db
    .prepare<[], { kind: unknown; name: unknown; on: unknown; sql: unknown }>(
      `SELECT type AS kind, name, tbl_name AS "on", sql FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name`,
    )
    .all();
  return new Map(parts.map(({ kind, name, on, sql }) => [`${kind} ${name}`, `${on}: ${sql ?? ''}`]));
}

function ourShape(): ReadonlyMap<string, string> {
  const ours = scratchDatabase();
  try {
    return shapeOf(ours);
  } finally {
    ours.close();
  }
}

function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * SQLite's own check of the whole file: that every index says what its table says, and that no page is lost or used
 * twice. Look-ups through an index that lies would find other evidence than a reading of the table does.
 */
export function checkStructure(db: Db, damage: DamageReport): void {
  const check = (): unknown => db.pragma('integrity_check(1)', { simple: true });
  const found = readable(damage, 'catalogue_differs', () => db.name, check, 'ok');
  if (found !== 'ok') damage.add('catalogue_differs', db.name, 'a sound SQLite file', String(found));
}
