import type { Clock } from '../clock.ts';
import { formatCheckpoint } from './checkpoint.ts';
import type { Db } from './database.ts';
import type { AnyDraft, AnyEntry } from './entry.ts';
import { CustodyError } from './error.ts';
import type { GrowingTiles } from './growing-tiles.ts';
import { makeLeaf } from './leaf.ts';
import type { Appended, WorkChange } from './ledger.ts';
import { loadTree } from './ledger-tiles.ts';
import { leafHash } from './merkle.ts';
import { type Projector, project } from './projector.ts';
import type { Signer } from './station-key.ts';
import { takeUp } from './take-up.ts';

type Statement = import('better-sqlite3').Statement<WorkChange['params'][number][]>;

export interface Append {
  readonly drafts: readonly AnyDraft[];
  readonly work: readonly WorkChange[];
}

export type AppendOutcome = { readonly ok: Appended } | { readonly refused: unknown };

/**
 * The one writer of the ledger: gives entries their place, grows the tree, updates the views and the work tables, all
 * in one transaction for as many appends as came together. Synchronous; it runs in a thread of its own.
 */
export class LedgerWriter {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #signer: Signer;
  readonly #apply: (entry: AnyEntry) => void;
  readonly #sql: ReturnType<typeof statements>;
  readonly #work = new Map<string, Statement>();
  readonly #step: (point: string) => void;
  #tree: GrowingTiles;
  #lastAt: string;
  #broken: unknown = null;

  /**
   * @param rekeying the signer's key is new, and the first append enters it
   *
   * Errors: those of `takeUp`.
   */
  constructor(
    db: Db,
    projectors: readonly Projector[],
    signer: Signer,
    clock: Clock,
    step: (point: string) => void,
    rekeying = false,
  ) {
    this.#db = db;
    this.#clock = clock;
    this.#signer = signer;
    this.#apply = project(db, projectors);
    this.#sql = statements(db);
    this.#step = step;
    const { tree, lastAt } = takeUp(db, signer.vkey, rekeying);
    this.#tree = tree;
    this.#lastAt = lastAt;
  }

  /**
   * Commits all appends that are sound in one transaction; one that is not (an entry too large, a view that refuses
   * it) is refused alone. Throws `custody.ledger_unwritable` where the commit itself fails, and from then on always.
   */
  append(appends: readonly Append[]): readonly AppendOutcome[] {
    if (this.#broken !== null) throw this.#unwritable(this.#broken);
    const lastAt = this.#lastAt;
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      const outcomes = appends.map((one) => this.#one(one));
      this.#step('ledger.commit.before');
      this.#db.exec('COMMIT');
      this.#step('ledger.commit.after');
      const size = this.#tree.size;
      return outcomes.map((one) => ('ok' in one ? { ok: { ...one.ok, size } } : one));
    } catch (error) {
      this.#broken = error;
      this.#lastAt = lastAt;
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw this.#unwritable(error);
    }
  }

  #one(append: Append): AppendOutcome {
    const lastAt = this.#lastAt;
    this.#sql.begin.run();
    try {
      const first = this.#tree.size;
      const at = this.#now();
      for (const draft of append.drafts) this.#enter(draft, at);
      for (const change of append.work) this.#prepared(change.sql).run(...change.params);
      this.#sql.release.run();
      return { ok: { first, at, size: 0 } };
    } catch (error) {
      // A full or broken disk may have ended the whole transaction: then nothing of it can be kept.
      if (!this.#db.inTransaction || diskFailed(error)) throw error;
      this.#sql.rollback.run();
      this.#sql.release.run();
      // The tree in memory must never be ahead of the one in the database.
      this.#tree = loadTree(this.#db);
      this.#lastAt = lastAt;
      return { refused: error };
    }
  }

  #enter(draft: AnyDraft, at: string): void {
    const seq = this.#tree.size;
    const { leaf, personal } = makeLeaf(draft, seq, at);
    const hash = leafHash(leaf);
    this.#sql.entry.run(seq, leaf, hash);
    for (const { field, salt, value } of personal) this.#sql.personal.run(seq, field, salt, value);
    for (const { tile, bytes, root } of this.#tree.append(hash))
      this.#sql.tile.run(tile.level, tile.index, bytes, root);
    this.#apply({ ...draft, seq, at });
    this.#lastAt = at;
  }

  /** Entries never go back in time, also when the machine's clock does. */
  #now(): string {
    const now = this.#clock.now().toString({ fractionalSecondDigits: 3 });
    if (now < this.#lastAt) return this.#lastAt;
    return now;
  }

  #prepared(sql: string): Statement {
    let statement = this.#work.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare<WorkChange['params'][number][]>(sql);
      this.#work.set(sql, statement);
    }
    return statement;
  }

  /** A signed head of everything committed. The same size twice gives the same note: the first one is kept. */
  checkpoint(): { size: number; note: string } {
    if (this.#broken !== null) throw this.#unwritable(this.#broken);
    const size = this.#tree.size;
    const standing = this.#sql.noteAt.get(size);
    if (standing !== undefined) return { size, note: standing };
    const note = this.#signer.sign(
      formatCheckpoint({ origin: this.#signer.name, size, root: this.#tree.root() }),
    );
    try {
      this.#sql.checkpoint.run(size, note);
    } catch (error) {
      this.#broken = error;
      throw this.#unwritable(error);
    }
    return { size, note };
  }

  #unwritable(cause: unknown): CustodyError {
    const found = cause instanceof Error ? cause.message : String(cause);
    return new CustodyError('custody.ledger_unwritable', { path: this.#db.name, found }, { cause });
  }

  close(): void {
    this.#db.close();
  }
}

function statements(db: Db) {
  return {
    begin: db.prepare('SAVEPOINT one'),
    release: db.prepare('RELEASE one'),
    rollback: db.prepare('ROLLBACK TO one'),
    entry: db.prepare('INSERT INTO ledger_entry (seq, leaf, hash) VALUES (?, ?, ?)'),
    personal: db.prepare('INSERT INTO ledger_personal (seq, field, salt, value) VALUES (?, ?, ?, ?)'),
    tile: db.prepare('INSERT INTO ledger_tile (level, place, hashes, root) VALUES (?, ?, ?, ?)'),
    checkpoint: db.prepare('INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?)'),
    noteAt: db.prepare<[number], string>('SELECT note FROM ledger_checkpoint WHERE size = ?').pluck(),
  };
}

function diskFailed(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(SQLITE_(FULL|IOERR|CORRUPT|READONLY|CANTOPEN|NOTADB)|EIO|ENOSPC)/.test(code);
}
