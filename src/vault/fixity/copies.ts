import type { Statement } from 'better-sqlite3';
import type { Db } from '../../custody/database.ts';
import type { DamageKind } from '../../custody/entry-kinds.ts';
import type { WorkChange } from '../../custody/ledger.ts';
import type { OriginalAbout, OriginalFacts } from '../contract.ts';
import type { Held } from './schedule.ts';

/** A copy in one vault, and when it was last read back. */
export interface CheckedCopy {
  readonly sha256: string;
  readonly bytes: number;
  readonly checked: string;
}

/** A copy that is damaged now. */
export interface OpenDamage {
  readonly vault: string;
  readonly sha256: string;
  readonly object: string;
  readonly kind: DamageKind;
  readonly since: string;
}

/** Counted since the last summary. */
export interface Counted {
  readonly from: string;
  readonly checked: number;
  readonly bytes: number;
  readonly damaged: number;
}

/** One that is read again and again and stays damaged is one damaged copy. */
export const countedSince = `SELECT c.from_at AS "from", c.checked, c.bytes,
    (SELECT count(DISTINCT d.sha256) FROM view_damage d
     WHERE d.vault = c.vault AND (d.ended IS NULL OR d.ended >= c.from_at)) AS damaged
  FROM work_fixity_count c WHERE c.vault = ?`;

/** What the catalogue knows of copies of originals: which there are, when they were read, which are damaged. */
export class Copies {
  readonly #oldest: Statement<[string, number], CheckedCopy>;
  readonly #page: Statement<[string, string, number], CheckedCopy>;
  readonly #one: Statement<[string, string], CheckedCopy>;
  readonly #facts: Statement<[string], OriginalFacts & { retainUntil: string }>;
  readonly #held: Statement<[string], Held>;
  readonly #onHold: Statement<[string], unknown>;
  readonly #damage: Statement<[string], OpenDamage>;
  readonly #damaged: Statement<[string, string], OpenDamage>;
  readonly #counted: Statement<[string], Counted>;
  readonly #about: Statement<[string], { evidence: string; recorder: string }>;
  readonly #since: Statement<[string, string], string>;

  constructor(db: Db) {
    const copy = 'sha256, bytes, checked FROM work_fixity WHERE vault = ?';
    this.#oldest = db.prepare(`SELECT ${copy} ORDER BY checked LIMIT ?`);
    this.#page = db.prepare(`SELECT ${copy} AND sha256 > ? ORDER BY sha256 LIMIT ?`);
    this.#one = db.prepare(`SELECT ${copy} AND sha256 = ?`);
    this.#facts = db.prepare(
      `SELECT o.sha256, o.blake3, o.bytes, max(o.retain_until, coalesce(r.until, '')) AS retainUntil
       FROM view_original o LEFT JOIN view_retained r USING (sha256) WHERE o.sha256 = ?`,
    );
    this.#onHold = db.prepare<[string], unknown>('SELECT 1 FROM view_held WHERE sha256 = ?');
    this.#held = db.prepare('SELECT held AS count, bytes FROM work_fixity_held WHERE vault = ?');
    const damage = 'SELECT vault, sha256, object, kind, since FROM view_damage WHERE ended IS NULL';
    this.#damage = db.prepare(`${damage} AND vault = ? ORDER BY seq`);
    this.#damaged = db.prepare(`${damage} AND vault = ? AND sha256 = ?`);
    this.#counted = db.prepare(countedSince);
    this.#about = db.prepare('SELECT evidence, recorder FROM view_evidence WHERE sha256 = ? LIMIT 1');
    this.#since = db
      .prepare<[string, string], string>(
        'SELECT all_since FROM view_fixity WHERE vault = ? AND at >= ? ORDER BY seq DESC LIMIT 1',
      )
      .pluck();
  }

  /** Those that were read back longest ago, the oldest first. */
  oldest(vault: string, most: number): readonly CheckedCopy[] {
    return this.#oldest.all(vault, most);
  }

  /** All of them, page by page, by digest. */
  page(vault: string, after: string, most: number): readonly CheckedCopy[] {
    return this.#page.all(vault, after, most);
  }

  one(vault: string, sha256: string): CheckedCopy | null {
    return this.#one.get(vault, sha256) ?? null;
  }

  /** Null where no original of that digest is to be held any more. */
  facts(sha256: string): (OriginalFacts & { readonly retainUntil: Temporal.Instant }) | null {
    const found = this.#facts.get(sha256);
    return found === undefined ? null : { ...found, retainUntil: Temporal.Instant.from(found.retainUntil) };
  }

  /** Whether a legal hold stands on it, which each copy of it has too. */
  onHold(sha256: string): boolean {
    return this.#onHold.get(sha256) !== undefined;
  }

  held(vault: string): Held {
    return this.#held.get(vault) ?? { count: 0, bytes: 0 };
  }

  openDamage(vault: string): readonly OpenDamage[] {
    return this.#damage.all(vault);
  }

  damageOf(vault: string, sha256: string): OpenDamage | null {
    return this.#damaged.get(vault, sha256) ?? null;
  }

  counted(vault: string): Counted | null {
    return this.#counted.get(vault) ?? null;
  }

  /** What the newest summary of that vault since then says of how old the oldest was; null where there is none. */
  summedUp(vault: string, since: Temporal.Instant): Temporal.Instant | null {
    const found = this.#since.get(vault, since.toString()) ?? null;
    return found === null ? null : Temporal.Instant.from(found);
  }

  /** Of a sidecar or an attachment no evidence item has the digest. */
  about(station: string, sha256: string): OriginalAbout {
    const { evidence = null, recorder = null } = this.#about.get(sha256) ?? {};
    return { station, evidence, recorder };
  }
}

/** A copy was read back whole at this moment. */
export function checkedNow(
  vault: string,
  { sha256, bytes }: Pick<OriginalFacts, 'sha256' | 'bytes'>,
  now: Temporal.Instant,
): readonly WorkChange[] {
  const at = now.toString();
  return [
    {
      sql: 'UPDATE work_fixity SET checked = ? WHERE vault = ? AND sha256 = ?',
      params: [at, vault, sha256],
    },
    {
      sql: `INSERT INTO work_fixity_count (vault, from_at, checked, bytes, damaged) VALUES (?, ?, 1, ?, 0)
            ON CONFLICT (vault) DO UPDATE SET checked = checked + 1, bytes = bytes + excluded.bytes`,
      params: [vault, at, bytes],
    },
  ];
}

/** What is counted begins anew. */
export function countAnew(vault: string, now: Temporal.Instant): WorkChange {
  return {
    sql: 'UPDATE work_fixity_count SET from_at = ?, checked = 0, bytes = 0 WHERE vault = ?',
    params: [now.toString(), vault],
  };
}

/** It is to be held no more. */
export function forgetCopy(vault: string, sha256: string): WorkChange {
  return { sql: 'DELETE FROM work_fixity WHERE vault = ? AND sha256 = ?', params: [vault, sha256] };
}
