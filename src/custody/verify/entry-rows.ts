import type { Db } from '../database.ts';
import { hashBytes } from '../merkle.ts';
import { isSqliteFailure } from './damage.ts';

/** A row of the table; a damaged page may yield anything in place of bytes. */
export type EntryRow = readonly [seq: number, leaf: unknown, hash: unknown];

/** Consecutive entries as one piece of memory: for each a zero byte, its leaf and its hash. */
export interface EntryRun {
  readonly bytes: Buffer;
  /** Of each entry: where the zero byte stands, which a leaf's hash begins with (RFC 6962). */
  readonly starts: readonly number[];
  /** Of each entry: where its leaf ends and its hash begins. */
  readonly ends: readonly number[];
}

/** So many rows are asked for at once. */
const runLength = 256;

/**
 * Reads the ledger's rows. Handing over one row costs more than hashing it, so sound stretches come as one piece; where
 * a stretch is not whole, its rows come one by one. Errors: SQLite's own, but from `run` and `last`.
 */
export class EntryRows {
  readonly #sql;

  constructor(db: Db) {
    this.#sql = statements(db);
  }

  /** Rows before the ledger's beginning: nothing ever writes one. */
  belowZero(): readonly number[] {
    return this.#sql.below.all();
  }

  /** The next rows from `seq` on, in order. */
  from(seq: number): readonly EntryRow[] {
    return this.#sql.from.all(seq);
  }

  hashAt(seq: number): unknown {
    return this.#sql.hash.get(seq);
  }

  /** The leaf of the last row; null where it cannot be read. */
  last(): unknown {
    return unlessUnreadable(() => this.#sql.last.get() ?? null);
  }

  /** The entries from `seq` on; null where one of them is missing or is not what it should be. */
  run(seq: number): EntryRun | null {
    // Row by row the place of the damage shows.
    const row = unlessUnreadable(() => this.#sql.run.get(seq, seq + runLength - 1));
    if (row?.count !== runLength || !Buffer.isBuffer(row.bytes) || typeof row.lengths !== 'string')
      return null;
    return cut(row.bytes, row.lengths.split(',').map(Number));
  }
}

function statements(db: Db) {
  return {
    below: db.prepare<[], number>('SELECT seq FROM ledger_entry WHERE seq < 0 ORDER BY seq').pluck(),
    from: db
      .prepare<[number], EntryRow>(
        `SELECT seq, leaf, hash FROM ledger_entry WHERE seq >= ? ORDER BY seq LIMIT ${runLength}`,
      )
      .raw(),
    hash: db.prepare<[number], unknown>('SELECT hash FROM ledger_entry WHERE seq = ?').pluck(),
    last: db.prepare<[], unknown>('SELECT leaf FROM ledger_entry ORDER BY seq DESC LIMIT 1').pluck(),
    run: db.prepare<[number, number], { count: number; lengths: unknown; bytes: unknown }>(
      `SELECT count(*) FILTER (WHERE typeof(leaf) = 'blob' AND typeof(hash) = 'blob') AS count,
         group_concat(length(leaf)) AS lengths,
         CAST(group_concat(x'00' || leaf || hash, '') AS BLOB) AS bytes
       FROM (SELECT leaf, hash FROM ledger_entry WHERE seq BETWEEN ? AND ? ORDER BY seq)`,
    ),
  };
}

function unlessUnreadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isSqliteFailure(error)) return null;
    throw error;
  }
}

function cut(bytes: Buffer, lengths: readonly number[]): EntryRun | null {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const length of lengths) {
    starts.push(at);
    ends.push(at + 1 + length);
    at += 1 + length + hashBytes;
  }
  return at === bytes.length && lengths.length === runLength ? { bytes, starts, ends } : null;
}
