import type { Db } from '../../custody/database.ts';
import type { StartSource } from '../../custody/entry-kinds.ts';
import { byteTextOf, folderOf, lastPart, stemAndExtension } from '../../dock/card-name.ts';
import { namedFacts } from '../../dock/file-name.ts';
import type { DeviceProfile } from '../../dock/profile.ts';
import { standingProbe } from '../probe-book.ts';
import { markIn } from './programs.ts';
import type { OtherName } from './segments.ts';
import { neighbours, type Recording, type Stretch, stretchOf } from './stretch.ts';
import { writtenWith } from './written-with.ts';

/** Recordings are judged with their neighbours, and these with theirs. */
const beside = 2 * neighbours;
/** So many at the most: a card may be made to hold 10,000 that begin in one second. */
const most = 3_000;

interface Row {
  readonly evidence: string;
  readonly recorder: string;
  readonly docking: string;
  readonly docked: string;
  readonly secured: string;
  readonly session: string | null;
  readonly path: string;
  readonly bytes: number;
  readonly modified: string;
  readonly named: string | null;
  readonly segment: number | null;
  readonly start: string | null;
  readonly startSource: StartSource | null;
  readonly ended: string | null;
  readonly endSource: string | null;
  readonly durationMs: number | null;
  readonly doubtful: number;
  readonly profile: string | null;
  readonly facts: string;
  readonly tags: string | null;
}

/** What was read, and of which recordings enough is known around them to judge them. */
export interface ReadStretch {
  readonly stretch: Stretch;
  readonly judged: ReadonlySet<string>;
}

/** Reads stretches of one recorder's recordings out of the catalogue. */
export class StretchReader {
  readonly #profiles: ReadonlyMap<string, DeviceProfile>;
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db, profiles: readonly DeviceProfile[]) {
    this.#profiles = new Map(profiles.map((one) => [one.id, one]));
    this.#sql = statements(db);
  }

  /** Everything of a recorder from one start to another, with what lies beside it. */
  between(recorder: string, from: string, to: string): ReadStretch {
    const before = this.#sql.before.all(recorder, from, beside);
    const within = this.#sql.within.all(recorder, from, to, most);
    const after = this.#sql.after.all(recorder, to, beside);
    const judged = [...before.slice(0, neighbours), ...within, ...after.slice(0, neighbours)];
    return {
      stretch: this.#stretch([...before, ...within, ...after]),
      judged: new Set(judged.map(({ evidence }) => evidence)),
    };
  }

  /** One whose start nobody knows: it has no neighbours. */
  alone(evidence: string): ReadStretch {
    const rows = this.#sql.one.all(evidence);
    return { stretch: this.#stretch(rows), judged: new Set(rows.map((one) => one.evidence)) };
  }

  /** Names of files that were left on the recorder in the stretch's dockings, or lie there a second time. */
  otherNames(recorder: string, stretch: Stretch): readonly OtherName[] {
    const dockings = new Set(stretch.map(({ docking }) => docking));
    const found = [
      ...[...dockings].flatMap((docking) => this.#sql.left.all(docking, most)),
      ...this.#sql.again.all(recorder, most),
    ];
    return found.flatMap(({ path, profile }) => {
      const known = this.#profiles.get(profile ?? '');
      const named = known === undefined ? null : namedFacts(path, known);
      return named === null ? [] : [{ named: named.start, segment: named.segment }];
    });
  }

  #stretch(rows: readonly Row[]): Stretch {
    return stretchOf(rows.map((row) => this.#recording(row)));
  }

  #recording(row: Row): Recording {
    const profile = this.#profiles.get(row.profile ?? '');
    const { facts, tags } = standingProbe(row);
    const { evidence, docking, secured, session, bytes, named, segment, startSource, durationMs } = row;
    return {
      ...{ evidence, docking, secured, session, bytes, named, segment, startSource, durationMs, facts, tags },
      dockedMs: millis(row.docked),
      kind: kindOf(row.path, profile),
      lane: laneOf(row.path),
      modifiedMs: millis(row.modified),
      startMs: row.start === null ? null : millis(row.start),
      endedMs: row.ended === null ? null : millis(row.ended),
      measured: row.endSource === 'duration',
      doubtful: row.doubtful === 1,
      chained: false,
      written: writtenWith(facts, tags),
      mark: tags === null ? null : markIn(tags),
      marks: profile?.encoderMarks ?? null,
    };
  }
}

function millis(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

/** Where no profile says it, by what is known everywhere. */
const usual = { audio: ['mp3', 'aac', 'wav'], image: ['jpg', 'jpeg', 'bmp', 'png'] };

function kindOf(path: string, profile: DeviceProfile | undefined): Recording['kind'] {
  const { extension } = stemAndExtension(lastPart(byteTextOf(path)));
  const { audio, image } = profile?.recordings ?? usual;
  if (image.includes(extension)) return 'still';
  return audio.includes(extension) ? 'sound' : 'moving';
}

/** Folder, extension and prefix of the name, whatever is counted in them. */
function laneOf(path: string): string {
  const text = byteTextOf(path);
  const { stem, extension } = stemAndExtension(lastPart(text));
  return `${folderOf(text)}${stem.split('_')[0]}.${extension}`.replaceAll(/\d+/g, '#');
}

function statements(db: Db) {
  const columns = `SELECT i.evidence, i.recorder, i.docking, i.docked, i.secured, i.session, e.path, e.bytes, e.modified, i.named,
      i.segment, i.start, i.start_source AS startSource, i.ended, i.end_source AS endSource,
      i.duration_ms AS durationMs, i.doubtful, d.profile, p.facts, p.tags
    FROM view_session_item i JOIN view_probe p USING (evidence) JOIN view_evidence e USING (evidence)
      JOIN view_docking d ON d.docking = i.docking
    WHERE`;
  type Params = [string, string, number];
  return {
    before: db.prepare<Params, Row>(
      `${columns} i.recorder = ? AND i.start < ? ORDER BY i.start DESC, i.evidence DESC LIMIT ?`,
    ),
    within: db.prepare<[string, string, string, number], Row>(
      `${columns} i.recorder = ? AND i.start >= ? AND i.start <= ? ORDER BY i.start, i.evidence LIMIT ?`,
    ),
    after: db.prepare<Params, Row>(
      `${columns} i.recorder = ? AND i.start > ? ORDER BY i.start, i.evidence LIMIT ?`,
    ),
    one: db.prepare<[string], Row>(`${columns} i.evidence = ?`),
    left: db.prepare<[string, number], { path: string; profile: string | null }>(
      'SELECT l.path, d.profile FROM view_left l JOIN view_docking d USING (docking) WHERE l.docking = ? LIMIT ?',
    ),
    again: db.prepare<[string, number], { path: string; profile: string | null }>(
      `SELECT s.path, d.profile FROM view_sighting s JOIN view_evidence e USING (evidence)
         JOIN view_docking d USING (docking) WHERE s.recorder = ? AND s.path <> e.path LIMIT ?`,
    ),
  };
}
