import type { Statement } from 'better-sqlite3';
import type { Db } from '../../custody/database.ts';
import type { GivenVerdict } from '../../custody/entry-kinds.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import { TagBook } from '../../tagging/tag-book.ts';
import { type EffectiveTag, effectiveTags, type TagField, type TagSource } from '../../tagging/tags.ts';
import { type Named, named } from './case-particulars.ts';
import { byText } from './compare.ts';
import type { Filing } from './filings.ts';
import { verdictsOf } from './sessions.ts';

/** A recording as a case file lists it. Instants are RFC 3339 in UTC; null where unknown. */
export interface FiledRecording {
  readonly evidenceId: string;
  /** One of several cases that it may be of. */
  readonly candidate: boolean;
  readonly filedBy: TagSource;
  readonly conflict: boolean;
  readonly session: string | null;
  /** The start in the file's name, which all segments of one recording share; with the recorder it names the recording. */
  readonly named: string | null;
  readonly segment: number | null;
  readonly recorder: string;
  /** Several where nobody has decided between them. */
  readonly officers: readonly Named[];
  readonly places: readonly string[];
  readonly start: string | null;
  readonly ended: string | null;
  readonly durationMs: number | null;
  /** Its times are not to be trusted. */
  readonly doubtful: boolean;
  readonly importance: string | null;
  readonly classification: string | null;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly securedAt: string;
  /** Null: its original is on the station, and not in the vault yet. */
  readonly storedAt: string | null;
}

interface Row {
  readonly session: string | null;
  readonly named: string | null;
  readonly segment: number | null;
  readonly recorder: string;
  readonly start: string | null;
  readonly ended: string | null;
  readonly durationMs: number | null;
  readonly doubtful: number | null;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly securedAt: string;
  readonly storedAt: string | null;
}

/** Reads what case files say of recordings. */
export class FiledReader {
  readonly #db: Db;
  readonly #book: RegisterBook;
  readonly #tags: TagBook;
  readonly #item: Statement<[string], Row>;
  readonly #verdicts = new Map<string, readonly GivenVerdict[]>();

  constructor(db: Db) {
    this.#db = db;
    this.#book = new RegisterBook(db);
    this.#tags = new TagBook(db, this.#book);
    this.#item = db.prepare(
      `SELECT i.session, i.named, i.segment, e.recorder, i.start, i.ended, i.duration_ms AS durationMs, i.doubtful,
         e.path, e.bytes, e.sha256, e.secured AS securedAt, e.stored AS storedAt
       FROM view_evidence e JOIN view_session_item i ON i.evidence = e.evidence WHERE e.evidence = ?`,
    );
  }

  /** In the order in which they began, segments of one name by their numbers; what has no known beginning comes last. */
  all(filings: readonly Filing[]): readonly FiledRecording[] {
    return filings.flatMap((filing) => this.#one(filing) ?? []).toSorted(asTheyBegan);
  }

  /** In the order of their rules. */
  verdicts(session: string): readonly GivenVerdict[] {
    const standing = this.#verdicts.get(session);
    if (standing !== undefined) return standing;
    const read = verdictsOf(this.#db, session);
    this.#verdicts.set(session, read);
    return read;
  }

  #one({ evidence, candidate, source, conflict }: Filing): FiledRecording | null {
    const row = this.#item.get(evidence);
    if (row === undefined) return null;
    const tags = effectiveTags(this.#tags.tags(evidence));
    return {
      ...row,
      ...{ evidenceId: evidence, candidate, filedBy: source, conflict, doubtful: row.doubtful === 1 },
      officers: held(tags, 'officer').flatMap((one) => named(this.#book, 'officers', one, 'name') ?? []),
      places: held(tags, 'location'),
      importance: held(tags, 'importance')[0] ?? null,
      classification: held(tags, 'classification')[0] ?? null,
    };
  }
}

/** What holds of a field: its value, or those between which nobody has decided. */
function held(tags: readonly EffectiveTag[], field: TagField): readonly string[] {
  const tag = tags.find((one) => one.field === field);
  if (tag === undefined) return [];
  return tag.value === null ? tag.candidates : [tag.value];
}

function asTheyBegan(a: FiledRecording, b: FiledRecording): number {
  const began = byText(beganText(a), beganText(b));
  return began || (a.segment ?? 0) - (b.segment ?? 0) || byText(a.evidenceId, b.evidenceId);
}

/** Sorts as the instants do. */
function beganText({ start }: FiledRecording): string {
  return start === null ? '~' : start.slice(0, -1);
}
