import { isDeepStrictEqual } from 'node:util';
import { type Db, scratchDatabase } from '../database.ts';
import type { AnyEntry } from '../entry.ts';
import { parseLeaf } from '../parse-leaf.ts';
import { type Projector, project } from '../projector.ts';
import type { DamageReport } from './damage.ts';

/**
 * Replays the ledger into an empty database and compares every view row by row: the catalogue says what the entries
 * say and nothing else. Stops at the first entry that cannot be replayed.
 */
export function checkCatalogue(db: Db, projectors: readonly Projector[], damage: DamageReport): void {
  const replayed = scratchDatabase();
  try {
    if (!replay(db, replayed, projectors, damage)) return;
    for (const table of projectors.flatMap((one) => one.tables)) compareTable(db, replayed, table, damage);
  } finally {
    replayed.close();
  }
}

function replay(db: Db, into: Db, projectors: readonly Projector[], damage: DamageReport): boolean {
  const apply = project(into, projectors);
  into.exec('BEGIN');
  for (const { seq, entry } of entriesOf(db)) {
    try {
      if (entry === null) throw new TypeError('the entry cannot be read');
      apply(entry);
    } catch (error) {
      if (!damage.inEntries)
        damage.add('catalogue_differs', `entry ${seq}`, 'an entry that replays', String(error));
      return false;
    }
  }
  into.exec('COMMIT');
  return true;
}

/** Every entry with its personal values, as the projectors had it. */
export function* entriesOf(db: Db): Generator<{ seq: number; entry: AnyEntry | null }> {
  const personal = db.prepare<[number], { field: string; value: string }>(
    'SELECT field, value FROM ledger_personal WHERE seq = ?',
  );
  const rows = db.prepare<[], { seq: number; leaf: Buffer }>(
    'SELECT seq, leaf FROM ledger_entry ORDER BY seq',
  );
  for (const { seq, leaf } of rows.iterate()) {
    yield { seq, entry: entryOf(leaf, personal.all(seq)) };
  }
}

function entryOf(bytes: Buffer, personal: readonly { field: string; value: string }[]): AnyEntry | null {
  try {
    const { seq, at, type, actor, subject, data } = parseLeaf(bytes);
    const values = Object.fromEntries(personal.map(({ field, value }) => [field, value]));
    // The writer made the leaf from an entry of this shape, and its hash was compared on the walk.
    return { seq, at, type, actor, subject, data, personal: values } as unknown as AnyEntry;
  } catch {
    return null;
  }
}

function compareTable(db: Db, replayed: Db, table: string, damage: DamageReport): void {
  const key = db
    .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`)
    .pluck()
    .all();
  const rows = (from: Db): IterableIterator<unknown[]> =>
    from
      .prepare<[], unknown[]>(`SELECT * FROM ${table} ORDER BY ${key.join(', ')}`)
      .raw()
      .iterate();
  const [stored, made] = [rows(db), rows(replayed)];
  for (;;) {
    const [is, should] = [stored.next(), made.next()];
    if (is.done === true && should.done === true) return;
    if (is.done !== true && should.done !== true && isDeepStrictEqual(is.value, should.value)) continue;
    const told = (row: IteratorResult<unknown[]>): string =>
      row.done === true ? 'no row' : JSON.stringify(row.value);
    const first = should.done === true ? is : should;
    damage.add('catalogue_differs', `${table} ${String(first.value?.[0])}`, told(should), told(is));
    stored.return?.();
    made.return?.();
    return;
  }
}
