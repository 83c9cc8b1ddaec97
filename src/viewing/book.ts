import type { Statement } from 'better-sqlite3';
import type { Db } from '../custody/database.ts';
import type {
  FailedViewingCopy,
  MadeViewingCopy,
  ProbedRecording,
  RemovedViewingCopy,
} from '../custody/entry-kinds.ts';

/** What became of an original's copy last. */
export type StandingCopy =
  | { readonly state: 'made'; readonly at: string; readonly said: MadeViewingCopy }
  | {
      readonly state: 'failed';
      readonly at: string;
      readonly said: FailedViewingCopy;
      /** The last that ffmpeg said; null where it was not run, or where somebody had it erased. */
      readonly tail: string | null;
    }
  | { readonly state: 'removed'; readonly at: string; readonly said: RemovedViewingCopy };

/** An original that waits for its copy. */
export interface WaitingOriginal {
  readonly original: string;
  readonly evidence: string;
  /** Names its staged copy, while it has one. */
  readonly recording: string;
  readonly bytes: number;
  /** When somebody last wanted to watch it. */
  readonly asked: string | null;
  readonly important: boolean;
  readonly facts: ProbedRecording;
}

interface Row {
  readonly state: string;
  readonly at: string;
  readonly said: string;
  readonly tail: string | null;
}

interface WaitingRow extends Omit<WaitingOriginal, 'important' | 'facts'> {
  readonly important: number;
  readonly facts: string;
}

/** So many are looked at to choose the next: those that cannot be begun now stand in it too. */
const listed = 200;

/** What the catalogue knows of viewing copies. */
export class ViewingBook {
  readonly #standing: Statement<[string], Row>;
  readonly #waiting: Statement<[{ original: string | null }], WaitingRow>;
  readonly #item: Statement<[string], { original: string; probed: number }>;
  readonly #longestAgo: Statement<[string], string>;
  readonly #made: Statement<[string], Row>;
  readonly #counts: Statement<[], ViewingCounts>;
  readonly #isWaiting: Statement<[string], number>;
  readonly #isGone: Statement<[string], number>;
  readonly #newest: Statement<[{ state: string | null; limit: number }], Row>;

  constructor(db: Db) {
    this.#standing = db.prepare('SELECT state, at, said, tail FROM view_viewing_copy WHERE original = ?');
    // What somebody waits for comes first, then what is important, then the oldest.
    this.#waiting = db.prepare(
      `SELECT w.original, w.evidence, w.asked, e.recording, e.bytes, p.facts,
         coalesce((SELECT t.said = '["important"]' FROM view_tag t WHERE t.evidence = e.evidence
           AND t.field = 'importance' AND t.source = 'person'), e.important) AS important
       FROM work_viewing w JOIN view_evidence e ON e.evidence = w.evidence
       JOIN view_probe p ON p.evidence = w.evidence
       WHERE @original IS NULL OR w.original = @original
       ORDER BY w.asked IS NULL, w.asked, important DESC, e.secured, w.original LIMIT ${listed}`,
    );
    this.#item = db.prepare(
      `SELECT sha256 AS original, EXISTS (SELECT 1 FROM view_probe p WHERE p.evidence = e.evidence) AS probed
       FROM view_evidence e WHERE evidence = ?`,
    );
    this.#longestAgo = db
      .prepare<[string], string>(
        `SELECT v.original FROM view_viewing_copy v LEFT JOIN work_watched w ON w.original = v.original
         WHERE v.state = 'made' AND v.original <> ?
         ORDER BY max(v.at, coalesce(w.at, '')), v.original LIMIT 1`,
      )
      .pluck();
    this.#isWaiting = db.prepare<[string], number>('SELECT 1 FROM work_viewing WHERE original = ?').pluck();
    this.#isGone = db.prepare<[string], number>('SELECT 1 FROM view_disposed WHERE sha256 = ?').pluck();
    this.#newest = db.prepare(
      `SELECT state, at, said, tail FROM view_viewing_copy WHERE @state IS NULL OR state = @state
       ORDER BY at DESC, original LIMIT @limit`,
    );
    this.#made = db.prepare(
      `SELECT state, at, said, tail FROM view_viewing_copy WHERE state = 'made' AND original > ?
       ORDER BY original LIMIT ${listed}`,
    );
    this.#counts = db.prepare(
      `SELECT coalesce(sum(count) FILTER (WHERE kind = 'made'), 0) AS made,
         coalesce(sum(count) FILTER (WHERE kind = 'failed'), 0) AS failed,
         coalesce(sum(bytes), 0) AS bytes, (SELECT count(*) FROM work_viewing) AS waiting
       FROM work_count WHERE counted = 'viewing'`,
    );
  }

  /** Null: nothing has become of it yet. */
  standing(original: string): StandingCopy | null {
    const row = this.#standing.get(original);
    return row === undefined ? null : standingOf(row);
  }

  waiting(): readonly WaitingOriginal[] {
    return this.#waiting.all({ original: null }).map(waitingOf);
  }

  waitingFor(original: string): WaitingOriginal | null {
    const row = this.#waiting.get({ original });
    return row === undefined ? null : waitingOf(row);
  }

  isWaiting(original: string): boolean {
    return this.#isWaiting.get(original) !== undefined;
  }

  /** Disposed of, or about to be. */
  isGone(original: string): boolean {
    return this.#isGone.get(original) !== undefined;
  }

  /** @param state null: all */
  newest(state: StandingCopy['state'] | null, limit: number): readonly StandingCopy[] {
    return this.#newest.all({ state, limit }).map(standingOf);
  }

  /** Null: no such evidence item. `probed`: whether it was found out what it is. */
  item(evidence: string): { readonly original: string; readonly probed: boolean } | null {
    const found = this.#item.get(evidence);
    return found === undefined ? null : { original: found.original, probed: found.probed === 1 };
  }

  /** The copy that nobody has watched for longest, other than this one. */
  longestAgo(butNot: string): (StandingCopy & { readonly state: 'made' }) | null {
    const original = this.#longestAgo.get(butNot);
    const standing = original === undefined ? null : this.standing(original);
    return standing?.state === 'made' ? standing : null;
  }

  /** All copies that the ledger says were made and stand, page by page. */
  *made(): Generator<MadeViewingCopy> {
    for (let after = ''; ; ) {
      const page = this.#made.all(after).map(standingOf);
      for (const one of page) if (one.state === 'made') yield one.said;
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.said.original;
    }
  }

  counts(): ViewingCounts {
    return this.#counts.get() ?? { made: 0, failed: 0, bytes: 0, waiting: 0 };
  }
}

export interface ViewingCounts {
  readonly made: number;
  readonly failed: number;
  /** Of all copies and their pictures. */
  readonly bytes: number;
  readonly waiting: number;
}

/** The projector wrote it, as its entry had it. */
function standingOf({ state, at, said, tail }: Row): StandingCopy {
  const data: unknown = JSON.parse(said);
  switch (state) {
    case 'made':
      return { state, at, said: data as MadeViewingCopy };
    case 'failed':
      return { state, at, said: data as FailedViewingCopy, tail };
    default:
      return { state: 'removed', at, said: data as RemovedViewingCopy };
  }
}

function waitingOf({ important, facts, ...row }: WaitingRow): WaitingOriginal {
  return { ...row, important: important === 1, facts: JSON.parse(facts) as ProbedRecording };
}
