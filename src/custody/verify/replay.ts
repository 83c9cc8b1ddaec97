import { isDeepStrictEqual } from 'node:util';
import { type Db, scratchDatabase } from '../database.ts';
import type { AnyEntry } from '../entry.ts';
import { type Projector, project } from '../projector.ts';
import { storedEntry } from '../stored-entry.ts';
import { type DamageReport, isSqliteFailure, readable } from './damage.ts';
import { lostIn } from './lost-values.ts';

/**
 * Replays the ledger into an empty database and compares every view row by row: the catalogue says what the entries
 * say and nothing else. Returns the replayed database, to be closed by the caller, which tells what the vault must
 * hold better than the catalogue does; null where some entry cannot be replayed.
 */
export function checkCatalogue(db: Db, projectors: readonly Projector[], damage: DamageReport): Db | null {
  const replayed = barely(scratchDatabase());
  const whole = replay(db, replayed, projectors, damage);
  if (!whole) {
    replayed.close();
    return null;
  }
  for (const table of projectors.flatMap((one) => one.tables)) {
    const compare = (): void => compareTable(db, replayed, table, damage);
    readable(damage, 'catalogue_differs', () => table, compare, undefined);
  }
  return replayed;
}

/** Without what only look-ups need: most of a replay's time would go into indexes that nobody asks. */
function barely(scratch: Db): Db {
  scratch.pragma('cache_size = -131072');
  const indexes = scratch
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'`)
    .pluck()
    .all();
  for (const name of indexes) scratch.exec(`DROP INDEX ${name}`);
  return scratch;
}

/** Stops at the first entry that cannot be replayed. */
function replay(db: Db, into: Db, projectors: readonly Projector[], damage: DamageReport): boolean {
  const apply = project(into, projectors);
  into.exec('BEGIN');
  try {
    for (const { seq, read } of entriesOf(db)) {
      const told = tell(read, apply);
      if (told === null) continue;
      if (!damage.inEntries) damage.addEntry('entry_altered', seq, 'an entry that replays', told);
      return false;
    }
  } catch (error) {
    if (!isSqliteFailure(error)) throw error;
    if (!damage.inEntries) damage.add('entry_altered', db.name, 'readable pages', error.message);
    return false;
  }
  into.exec('COMMIT');
  return true;
}

/** What is wrong with an entry; null where it replays. The writer has only ever kept entries that do. */
function tell(read: () => AnyEntry, apply: (entry: AnyEntry) => void): string | null {
  try {
    apply(read());
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Every entry with its personal values, as the projectors had it; reading one throws where it is no entry. */
export function* entriesOf(db: Db): Generator<{ seq: number; read: () => AnyEntry }> {
  const personal = db.prepare<[number], { field: string; value: string }>(
    'SELECT field, value FROM ledger_personal WHERE seq = ?',
  );
  const rows = db.prepare<[], { seq: number; leaf: Buffer }>(
    'SELECT seq, leaf FROM ledger_entry ORDER BY seq',
  );
  const isLost = lostIn(db);
  for (const { seq, leaf } of rows.iterate()) {
    yield { seq, read: () => storedEntry(leaf, personal.all(seq), isLost(seq)) };
  }
}

function compareTable(db: Db, replayed: Db, table: string, damage: DamageReport): void {
  const sql = `SELECT * FROM ${table} ORDER BY ${orderOf(replayed, table)}`;
  const rows = (from: Db): IterableIterator<unknown[]> => from.prepare<[], unknown[]>(sql).raw().iterate();
  const [stored, made] = [rows(db), rows(replayed)];
  try {
    for (;;) {
      const [is, should] = [stored.next(), made.next()];
      if (is.done === true && should.done === true) return;
      if (is.done !== true && should.done !== true && isDeepStrictEqual(is.value, should.value)) continue;
      const told = (row: IteratorResult<unknown[]>): string =>
        row.done === true ? 'no row' : JSON.stringify(row.value);
      const place = firstKey(is.value?.[0], should.value?.[0]);
      damage.add('catalogue_differs', `${table} ${place}`, told(should), told(is));
      return;
    }
  } finally {
    stored.return?.();
    made.return?.();
  }
}

/**
 * The order in which the rows were made, which a replay repeats; a table without row numbers has its key. Never an
 * index: it may lie.
 */
function orderOf(db: Db, table: string): string {
  const withoutRowid = db
    .prepare<[string], number>('SELECT wr FROM pragma_table_list WHERE name = ?')
    .pluck();
  if (withoutRowid.get(table) !== 1) return 'rowid';
  return db
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table)
    .join(', ');
}

/** A row too many stands before the one that was expected, a row too few behind it. */
function firstKey(is: unknown, should: unknown): string {
  if (typeof is === 'number' && typeof should === 'number') return String(Math.min(is, should));
  if (typeof is === 'string' && typeof should === 'string') return is < should ? is : should;
  return String(should ?? is);
}
