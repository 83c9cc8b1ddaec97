import { cardPath } from '../custody/card-path.ts';
import type { Db } from '../custody/database.ts';

/** An evidence item that this recorder's file became at an earlier docking. */
export interface KnownRecording {
  readonly evidence: string;
  readonly sha256: string;
  readonly stored: boolean;
  readonly headBlake3: string;
  readonly tailBlake3: string;
}

/** What the journal knows of an interrupted copy. */
export interface InterruptedCopy {
  readonly recording: string;
  readonly pieces: readonly string[];
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
  byDigest(recorder: string, sha256: string): { evidence: string; stored: boolean } | null {
    const row = this.#sql.byDigest.get(recorder, sha256);
    return row === undefined ? null : { evidence: row.evidence, stored: row.stored === 1 };
  }

  sidecar(
    evidence: string,
    path: Buffer,
    bytes: number,
    modified: string,
  ): { sha256: string; object: string } | null {
    const { path: text, pathBase64 } = cardPath(path);
    return this.#sql.sidecar.get(evidence, text, pathBase64 ?? '', bytes, modified) ?? null;
  }

  interrupted(recorder: string, path: Buffer, bytes: number, modifiedNs: string): InterruptedCopy | null {
    const recording = this.#sql.interrupted.get(recorder, path.toString('base64'), bytes, modifiedNs);
    return recording === undefined ? null : { recording, pieces: this.#sql.pieces.all(recording) };
  }

  registered(recorder: string): boolean {
    return this.#sql.registered.get(recorder) !== undefined;
  }

  evidenceCount(): number {
    return this.#sql.evidenceCount.get() ?? 0;
  }

  dockingCount(): number {
    return this.#sql.dockingCount.get() ?? 0;
  }
}

function statements(db: Db) {
  return {
    sighting: db.prepare<
      [string, string, string, number, string],
      { evidence: string; sha256: string; stored: number; headBlake3: string; tailBlake3: string }
    >(
      `SELECT s.evidence, e.sha256, e.stored IS NOT NULL AS stored, s.head_blake3 AS headBlake3,
         s.tail_blake3 AS tailBlake3
       FROM view_sighting s JOIN view_evidence e USING (evidence)
       WHERE s.recorder = ? AND s.path = ? AND s.path_base64 = ? AND s.bytes = ? AND s.modified = ?`,
    ),
    byDigest: db.prepare<[string, string], { evidence: string; stored: number }>(
      'SELECT evidence, stored IS NOT NULL AS stored FROM view_evidence WHERE recorder = ? AND sha256 = ?',
    ),
    sidecar: db.prepare<[string, string, string, number, string], { sha256: string; object: string }>(
      `SELECT sha256, object FROM view_sidecar
       WHERE evidence = ? AND path = ? AND path_base64 = ? AND bytes = ? AND modified = ?`,
    ),
    interrupted: db
      .prepare<[string, string, number, string], string>(
        `SELECT recording FROM work_copy WHERE recorder = ? AND path_base64 = ? AND bytes = ? AND modified_ns = ?`,
      )
      .pluck(),
    pieces: db
      .prepare<[string], string>('SELECT blake3 FROM work_piece WHERE recording = ? ORDER BY piece')
      .pluck(),
    registered: db
      .prepare<[string], number>('SELECT 1 FROM view_recorder WHERE recorder = ? AND registered IS NOT NULL')
      .pluck(),
    evidenceCount: db.prepare<[], number>('SELECT count(*) FROM view_evidence').pluck(),
    dockingCount: db.prepare<[], number>('SELECT count(*) FROM view_docking').pluck(),
  };
}
