import type { Statement } from 'better-sqlite3';
import type { Db } from '../custody/database.ts';
import { LocationBook } from './location/location-book.ts';
import { OwnPlaces } from './location/own-places.ts';
import type { OwnPlace } from './location/place-shape.ts';
import type { TrackPoint } from './location/track.ts';
import type { Marker } from './marker.ts';
import type { RegisterBook } from './registers/book.ts';
import type { RegisterName, RowValues } from './registers/register.ts';
import type { KnownWorld, TaggableRecording } from './tag-rule.ts';
import type { Tag, TagField, TagSource } from './tags.ts';

/** A tag as it stands, with who said it and when. */
export interface StandingTag extends Tag {
  readonly actor: string;
  readonly at: string;
}

/** Tags as the catalogue has them, and the world that tags are taken from. */
export class TagBook implements KnownWorld {
  readonly #registers: RegisterBook;
  readonly #locations: LocationBook;
  readonly #places: OwnPlaces;
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db, registers: RegisterBook) {
    this.#registers = registers;
    this.#locations = new LocationBook(db);
    this.#places = new OwnPlaces(db);
    this.#sql = statements(db);
  }

  tags(evidence: string): readonly StandingTag[] {
    return this.#sql.tags.all(evidence).map(({ field, source, said, actor, at }) => ({
      // The projector wrote them: names of this program's fields and sources, and a list of texts.
      field: field as TagField,
      source: source as TagSource,
      values: JSON.parse(said) as readonly string[],
      actor,
      at,
    }));
  }

  row(register: RegisterName, key: string): RowValues | null {
    return this.#registers.row(register, key)?.values ?? null;
  }

  named(register: 'officers' | 'units', name: string): readonly string[] {
    return this.#sql.named.all(register, name);
  }

  duties(
    { officer, recorder }: { readonly officer: string | null; readonly recorder: string | null },
    from: Temporal.Instant,
    to: Temporal.Instant,
  ): readonly RowValues[] {
    const span = [to.toString(), from.toString()] as const;
    const keys = new Set([
      ...(officer === null ? [] : this.#sql.byOfficer.all(officer, ...span)),
      ...(recorder === null ? [] : this.#sql.byRecorder.all(recorder, ...span)),
    ]);
    return [...keys].map((key) => this.row('rosters', key)).filter((one) => one !== null);
  }

  /** Where a recording was made, without the times; nothing where that is not known. */
  track(evidence: string): readonly TrackPoint[] {
    return this.#locations.untimed(evidence);
  }

  places(): readonly OwnPlace[] {
    return this.#places.all();
  }

  /** Null while it has not been timed. */
  recording(evidence: string): TaggableRecording | null {
    const row = this.#sql.recording.get(evidence);
    if (row === undefined) return null;
    const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
    return {
      recorder: row.recorder,
      assigned: row.assigned === 1,
      officer: row.officer,
      important: row.important === 1,
      marker: markerOf(row),
      start: instant(row.start),
      ended: instant(row.ended),
    };
  }
}

/** Where the card's marks disagree on whose card it is, its marker file may be another card's. */
function markerOf(row: RecordingRow): Marker | null {
  if (row.certain !== 1) return null;
  // The projector wrote them: lists of texts.
  const list = (text: string | null) => JSON.parse(text ?? '[]') as readonly string[];
  return {
    officers: list(row.officers),
    units: list(row.units),
    officerNames: list(row.officerNames),
    unitNames: list(row.unitNames),
  };
}

interface RecordingRow {
  readonly officers: string | null;
  readonly units: string | null;
  readonly officerNames: string | null;
  readonly unitNames: string | null;
  /** Null where the card has no marker file. */
  readonly certain: number | null;
  readonly recorder: string;
  readonly assigned: number | null;
  readonly officer: string | null;
  readonly important: number;
  readonly start: string | null;
  readonly ended: string | null;
}

interface Statements {
  readonly tags: Statement<
    [string],
    { field: string; source: string; said: string; actor: string; at: string }
  >;
  readonly byOfficer: Statement<[string, string, string], string>;
  readonly byRecorder: Statement<[string, string, string], string>;
  readonly named: Statement<[string, string], string>;
  readonly recording: Statement<[string], RecordingRow>;
}

function statements(db: Db): Statements {
  return {
    tags: db.prepare('SELECT field, source, said, actor, at FROM view_tag WHERE evidence = ?'),
    byOfficer: db
      .prepare<[string, string, string], string>(
        'SELECT key FROM view_duty WHERE officer = ? AND from_at <= ? AND to_at >= ?',
      )
      .pluck(),
    byRecorder: db
      .prepare<[string, string, string], string>(
        'SELECT key FROM view_duty WHERE recorder = ? AND from_at <= ? AND to_at >= ?',
      )
      .pluck(),
    named: db
      .prepare<[string, string], string>(
        `SELECT key FROM view_register WHERE register = ? AND json_extract(fields, '$.name') = ?
         ORDER BY key LIMIT 8`,
      )
      .pluck(),
    recording: db.prepare(
      `SELECT e.recorder, d.assigned, e.officer, e.important, i.start, i.ended, m.officers, m.units,
         m.officer_names AS officerNames, m.unit_names AS unitNames, m.certain
       FROM view_evidence e JOIN view_session_item i ON i.evidence = e.evidence
       LEFT JOIN view_docking d ON d.docking = e.docking
       LEFT JOIN view_mark m ON m.docking = e.docking WHERE e.evidence = ? AND i.docked IS NOT NULL`,
    ),
  };
}
