import { cardPath, cardPathBytes } from '../custody/card-path.ts';
import type { Db } from '../custody/database.ts';
import type { CardMarks } from '../dock/card-marks.ts';

/** An evidence item that this recorder's file became at an earlier docking. */
export interface KnownRecording {
  readonly evidence: string;
  /** Names its staged copy. */
  readonly recording: string;
  readonly sha256: string;
  readonly stored: boolean;
  readonly headBlake3: string;
  readonly tailBlake3: string;
}

/** What the journal knows of a copy that is under way or was interrupted. */
export interface JournalledCopy {
  readonly recording: string;
  readonly bytes: number;
  readonly modifiedNs: string;
}

/** What intake asks of the catalogue: keyed look-ups, each well under a millisecond. */
export class IntakeCatalogue {
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db) {
    this.#sql = statements(db);
  }

  /** By recorder, path, size and time; the caller still compares both ends. The same name alone is never proof. */
  sighting(recorder: string, path: Buffer, bytes: number, modified: string): KnownRecording | null {
    const { path: text, pathBase64 } = cardPath(path);
    const row = this.#sql.sighting.get(recorder, text, pathBase64 ?? '', bytes, modified);
    return row === undefined ? null : { ...row, stored: row.stored === 1 };
  }

  /** The evidence item of this recorder with these bytes, whatever it was called. */
  byDigest(
    recorder: string,
    sha256: string,
  ): { evidence: string; recording: string; stored: boolean } | null {
    const row = this.#sql.byDigest.get(recorder, sha256);
    return row === undefined ? null : { ...row, stored: row.stored === 1 };
  }

  /** Whether an approved disposal takes this item's original away, or has done so. */
  isDisposed(evidence: string): boolean {
    return this.#sql.disposed.get(evidence) !== undefined;
  }

  sidecar(
    evidence: string,
    path: Buffer,
    bytes: number,
    modified: string,
  ): { sha256: string; blake3: string } | null {
    const { path: text, pathBase64 } = cardPath(path);
    return this.#sql.sidecar.get(evidence, text, pathBase64 ?? '', bytes, modified) ?? null;
  }

  /** The same, of one that is on the station and not in the vault yet. */
  waitingSidecar(
    evidence: string,
    path: Buffer,
    bytes: number,
    modified: string,
  ): { sha256: string; blake3: string; recording: string } | null {
    const { path: text, pathBase64 } = cardPath(path);
    return this.#sql.waitingSidecar.get(evidence, text, pathBase64 ?? '', bytes, modified) ?? null;
  }

  /** Journalled copies of a recorder's file, of whatever version of it. */
  interrupted(recorder: string, path: Buffer): readonly JournalledCopy[] {
    return this.#sql.interrupted.all(recorder, path.toString('base64'));
  }

  /** The prefix digests of a journalled copy, in order. */
  pieces(recording: string): readonly string[] {
    return this.#sql.pieces.all(recording);
  }

  /** Where this recorder's card has stopped answering while a recording was read; paths as latin1 text. */
  hungAt(recorder: string): ReadonlySet<string> {
    return new Set(
      this.#sql.hungAt
        .all(recorder)
        .map(({ path, pathBase64 }) =>
          cardPathBytes(pathBase64 === null ? { path } : { path, pathBase64 }).toString('latin1'),
        ),
    );
  }

  /** What the last look at a docking's card found in its marker file; null where it said nothing. */
  marks(docking: string): (CardMarks & { readonly certain: boolean }) | null {
    const row = this.#sql.marks.get(docking);
    if (row === undefined) return null;
    // The projector wrote them: lists of texts.
    const list = (text: string) => JSON.parse(text) as readonly string[];
    const { officers, units, officerNames, unitNames, certain } = row;
    return {
      ...{ officers: list(officers), units: list(units) },
      ...{ officerNames: list(officerNames), unitNames: list(unitNames) },
      certain: certain === 1,
    };
  }

  registered(recorder: string): boolean {
    return this.#sql.registered.get(recorder) !== undefined;
  }

  /** The highest running number given out. Not their count: one that was refused leaves a gap. */
  lastEvidence(): number {
    return runningNumber(this.#sql.lastEvidence.get());
  }

  lastDocking(): number {
    return runningNumber(this.#sql.lastDocking.get());
  }
}

/** The digits at the end of an id; 0 where there is none yet. */
function runningNumber(id: string | undefined): number {
  return Number(/\d+$/.exec(id ?? '')?.[0] ?? 0);
}

function statements(db: Db) {
  return {
    sighting: db.prepare<
      [string, string, string, number, string],
      {
        evidence: string;
        recording: string;
        sha256: string;
        stored: number;
        headBlake3: string;
        tailBlake3: string;
      }
    >(
      `SELECT s.evidence, e.recording, e.sha256, e.stored IS NOT NULL AS stored, s.head_blake3 AS headBlake3,
         s.tail_blake3 AS tailBlake3
       FROM view_sighting s JOIN view_evidence e USING (evidence)
       WHERE s.recorder = ? AND s.path = ? AND s.path_base64 = ? AND s.bytes = ? AND s.modified = ?`,
    ),
    byDigest: db.prepare<[string, string], { evidence: string; recording: string; stored: number }>(
      'SELECT evidence, recording, stored IS NOT NULL AS stored FROM view_evidence WHERE recorder = ? AND sha256 = ?',
    ),
    disposed: db
      .prepare<[string], number>(
        `SELECT 1 FROM view_disposal_item WHERE evidence = ? AND state IN ('begun', 'disposed')`,
      )
      .pluck(),
    sidecar: db.prepare<[string, string, string, number, string], { sha256: string; blake3: string }>(
      `SELECT s.sha256, o.blake3 FROM view_sidecar s JOIN view_original o USING (sha256)
       WHERE s.evidence = ? AND s.path = ? AND s.path_base64 = ? AND s.bytes = ? AND s.modified = ?`,
    ),
    waitingSidecar: db.prepare<
      [string, string, string, number, string],
      { sha256: string; blake3: string; recording: string }
    >(
      `SELECT sha256, blake3, recording FROM view_sidecar_waiting
       WHERE evidence = ? AND path = ? AND path_base64 = ? AND bytes = ? AND modified = ?`,
    ),
    interrupted: db.prepare<[string, string], JournalledCopy>(
      `SELECT recording, bytes, modified_ns AS modifiedNs FROM work_copy
       WHERE recorder = ? AND path_base64 = ? ORDER BY begun`,
    ),
    pieces: db
      .prepare<[string], string>('SELECT blake3 FROM work_piece WHERE recording = ? ORDER BY piece')
      .pluck(),
    hungAt: db.prepare<[string], { path: string; pathBase64: string | null }>(
      `SELECT DISTINCT path, path_base64 AS pathBase64 FROM view_left
       WHERE recorder = ? AND reason = 'card_stalled' AND at_offset IS NOT NULL`,
    ),
    marks: db.prepare<[string], Readonly<Record<keyof CardMarks, string>> & { readonly certain: number }>(
      `SELECT officers, units, officer_names AS officerNames, unit_names AS unitNames, certain
       FROM view_mark WHERE docking = ?`,
    ),
    registered: db
      .prepare<[string], number>('SELECT 1 FROM view_recorder WHERE recorder = ? AND registered IS NOT NULL')
      .pluck(),
    // Ids are entered in the order of their numbers.
    lastEvidence: db
      .prepare<[], string>('SELECT evidence FROM view_evidence ORDER BY rowid DESC LIMIT 1')
      .pluck(),
    lastDocking: db
      .prepare<[], string>('SELECT docking FROM view_docking ORDER BY rowid DESC LIMIT 1')
      .pluck(),
  };
}
