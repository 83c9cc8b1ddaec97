import type { Statement } from 'better-sqlite3';
import type { Db } from '../custody/database.ts';
import type { EntryDraft } from '../custody/entry.ts';
import type { EarlierSegment } from './later-segment.ts';

type Timed = EntryDraft<'recording.timed'>['data'];

/** A recording whose name tells its place among the segments of one recording. */
export interface NamedSegment {
  readonly recorder: string;
  readonly named: string;
  readonly segment: number;
}

/** Timed in the batch that is under way, by evidence id: not in the catalogue yet. */
export type TimedSoFar = ReadonlyMap<string, Timed>;

interface Row {
  readonly evidence: string;
  readonly path: string;
  readonly modified: string;
  readonly ended: string | null;
  readonly offset: number | null;
}

/** Which recordings bear the start of one recording in their names, and where each of them ends. */
export class SegmentBook {
  readonly #lower: Statement<[string, string, number], Row>;
  readonly #numbered: Statement<[string, string, number], Row>;
  readonly #byName: Statement<[string, string, number], { evidence: string; path: string }>;

  constructor(db: Db) {
    const siblings = `FROM view_session_item i JOIN view_evidence e USING (evidence)
      WHERE i.recorder = ? AND i.named = ?`;
    const row = 'i.evidence, i.segment, e.path, e.modified, i.ended, i.offset_s AS offset';
    this.#lower = db.prepare(`SELECT ${row} ${siblings} AND i.segment < ? ORDER BY i.segment`);
    this.#numbered = db.prepare(`SELECT ${row} ${siblings} AND i.segment = ?`);
    this.#byName = db.prepare(
      `SELECT i.evidence, e.path ${siblings} AND i.segment > ? AND i.start_source = 'name'
       ORDER BY i.segment`,
    );
  }

  /** The first segment and the one just before; null where this one is the first that is known. */
  before(
    { recorder, named, segment }: NamedSegment,
    soFar: TimedSoFar,
    isStill: (path: string) => boolean,
  ): { readonly first: EarlierSegment; readonly previous: EarlierSegment | null } | null {
    const first = firstOf(this.#lower.iterate(recorder, named, segment), isStill);
    if (first === null) return null;
    const [previous, another] = this.#numbered
      .all(recorder, named, segment - 1)
      .filter(({ path }) => !isStill(path));
    // Two of one number: nobody knows which of them comes before.
    const known = previous !== undefined && another === undefined ? earlier(previous, soFar) : null;
    return { first: earlier(first, soFar), previous: known };
  }

  /** Later segments that were timed before anybody knew that they are not the first. */
  misplaced(
    { recorder, named, segment }: NamedSegment,
    isStill: (path: string) => boolean,
  ): readonly string[] {
    return this.#byName
      .all(recorder, named, segment)
      .filter(({ path }) => !isStill(path))
      .map(({ evidence }) => evidence);
  }
}

/** A photograph that was taken in the same second is no segment. */
function firstOf(rows: Iterable<Row>, isStill: (path: string) => boolean): Row | null {
  for (const row of rows) if (!isStill(row.path)) return row;
  return null;
}

/** By the recorder's own clock: what somebody found it to be ahead is put back. */
function earlier(row: Row, soFar: TimedSoFar): EarlierSegment {
  const { ended, offsetSeconds } = soFar.get(row.evidence) ?? { ended: row.ended, offsetSeconds: row.offset };
  return {
    ended: ended === null ? null : Temporal.Instant.from(ended).add({ seconds: offsetSeconds ?? 0 }),
    modified: Temporal.Instant.from(row.modified),
  };
}
