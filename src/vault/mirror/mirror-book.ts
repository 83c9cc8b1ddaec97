import type { Statement } from 'better-sqlite3';
import type { Db } from '../../custody/database.ts';
import type { OriginalFacts } from '../contract.ts';

/** A second vault that the ledger knows. */
export interface KnownMirror {
  readonly vault: string;
  readonly kind: 'local' | 's3';
  /** An absolute folder, or an address in a store; null where that is lost. */
  readonly place: string | null;
}

/** An original of which the mirror has no copy yet. */
export interface SingleOriginal extends OriginalFacts {
  readonly stored: string;
  readonly retainUntil: string;
}

/** What is in one place only. */
export interface Singles {
  readonly count: number;
  readonly bytes: number;
  /** When the oldest of them was stored; null where there is none. */
  readonly oldest: string | null;
}

/** A copy in the mirror whose lock ends before that of the original. */
export interface LockedShort {
  readonly sha256: string;
  readonly object: string;
  readonly retainUntil: string;
}

/** The newest mirror comes first; one before it counts no more, though what is in it stays there. */
export function knownMirrors(db: Db): readonly KnownMirror[] {
  return db.prepare<[], KnownMirror>('SELECT vault, kind, place FROM view_mirror ORDER BY seq DESC').all();
}

/** Without a mirror that is everything. */
export function singles(db: Db): Singles {
  const oldest = oldestSingle(db);
  if (oldest === null) return { count: 0, bytes: 0, oldest };
  const sums =
    knownMirrors(db).length === 0
      ? 'SELECT coalesce(sum(held), 0) AS count, coalesce(sum(bytes), 0) AS bytes FROM work_fixity_held'
      : 'SELECT count(*) AS count, coalesce(sum(bytes), 0) AS bytes FROM work_single';
  return {
    ...(db.prepare<[], { count: number; bytes: number }>(sums).get() ?? { count: 0, bytes: 0 }),
    oldest,
  };
}

const firstOf = ['recording.stored', 'sidecar.stored', 'attachment.stored', 'finding.attached'];

/** When the oldest of them was stored; null where there is none. */
export function oldestSingle(db: Db): string | null {
  const sql =
    knownMirrors(db).length === 0
      ? // Type by type: asked for several at once SQLite walks through all entries of them.
        `SELECT at FROM view_entry WHERE seq = (SELECT min(first) FROM (${firstOf
          .map((type) => `SELECT min(seq) AS first FROM view_entry WHERE type = '${type}'`)
          .join(' UNION ALL ')}))`
      : 'SELECT min(stored) FROM work_single';
  return db.prepare<[], string | null>(sql).pluck().get() ?? null;
}

/** What the mirror has not got, and what is not locked there for long enough. */
export class MirrorBook {
  readonly #tagged: Statement<[number], SingleOriginal>;
  readonly #important: Statement<[number], SingleOriginal>;
  readonly #next: Statement<[number], SingleOriginal>;
  readonly #short: Statement<[string, number], LockedShort>;

  constructor(db: Db) {
    const columns = `o.sha256, o.blake3, o.bytes, o.stored,
      max(o.retain_until, coalesce(r.until, '')) AS retainUntil`;
    const waiting = `SELECT ${columns} FROM work_single s JOIN view_original o USING (sha256)
      LEFT JOIN view_retained r ON r.sha256 = o.sha256`;
    this.#important = db.prepare(`${waiting} WHERE s.important = 1 ORDER BY s.stored LIMIT ?`);
    this.#next = db.prepare(`${waiting} ORDER BY s.stored LIMIT ?`);
    this.#tagged = db.prepare(
      `SELECT DISTINCT ${columns} FROM view_tag t JOIN view_evidence e USING (evidence)
         JOIN work_single s ON s.sha256 = e.sha256 JOIN view_original o ON o.sha256 = s.sha256
         LEFT JOIN view_retained r ON r.sha256 = o.sha256
       WHERE t.field = 'importance' AND t.said = '["important"]' AND t.source = 'person'
       ORDER BY o.stored LIMIT ?`,
    );
    this.#short = db.prepare(
      `SELECT m.sha256, m.object, r.until AS retainUntil
       FROM view_retained r JOIN view_mirrored m ON m.vault = ? AND m.sha256 = r.sha256
       WHERE m.retain_until < r.until
         AND NOT EXISTS (SELECT 1 FROM view_disposed d WHERE d.sha256 = m.sha256) LIMIT ?`,
    );
  }

  /** What goes to the mirror next: what is important, by a person's word or the officer's, then the oldest. */
  next(most: number): readonly SingleOriginal[] {
    for (const first of [this.#tagged, this.#important]) {
      const found = first.all(most);
      if (found.length > 0) return found;
    }
    return this.#next.all(most);
  }

  /** A walk over all of them: now and then, not each time. */
  lockedShort(vault: string, most: number): readonly LockedShort[] {
    return this.#short.all(vault, most);
  }
}
