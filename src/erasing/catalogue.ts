import { cardPath } from '../custody/card-path.ts';
import type { Db } from '../custody/database.ts';
import type { Standing } from './list.ts';

/** What erasing asks of the catalogue. */
export class ErasingCatalogue {
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db) {
    this.#sql = statements(db);
  }

  /** What is known of a recorder's files. */
  standing(recorder: string): Standing {
    return {
      recording: (path, bytes, modified) => {
        const { path: text, pathBase64 = '' } = cardPath(path);
        const row = this.#sql.recording.get(recorder, text, pathBase64, bytes, modified);
        return row === undefined ? null : { ...row, stored: row.stored === 1 };
      },
      damaged: (sha256) => this.#sql.damaged.get(sha256) !== undefined,
      sidecar: (evidence, path, bytes, modified) => {
        const { path: text, pathBase64 = '' } = cardPath(path);
        return this.#sql.sidecar.get(evidence, text, pathBase64, bytes, modified) ?? null;
      },
    };
  }

  isStored(evidence: string): boolean {
    return this.#sql.stored.get(evidence) !== undefined;
  }

  /** The digest of the list that was shown last for a docking; null where none was. */
  proposed(docking: string): string | null {
    return this.#sql.proposed.get(docking) ?? null;
  }

  /** How often something was erased in a docking. */
  times(docking: string): number {
    return this.#sql.times.get(docking) ?? 0;
  }

  /** Those that the last run of the station left without an end, with what is known of their files. */
  unfinished(): readonly UnfinishedErasing[] {
    return this.#sql.unfinished.all();
  }

  /** Files of a recorder of which nobody can say whether they went. */
  unknown(recorder: string): readonly UnknownFile[] {
    return this.#sql.unknown.all(recorder);
  }
}

export interface UnfinishedErasing {
  readonly erasing: string;
  readonly docking: string;
  readonly gone: number;
  readonly kept: number;
  readonly unknown: number;
}

export interface UnknownFile {
  readonly erasing: string;
  readonly file: number;
  readonly evidence: string;
  readonly path: string | null;
  readonly pathBase64: string | null;
  readonly bytes: number;
  readonly modified: string;
}

function statements(db: Db) {
  const counted = (state: string, name: string): string =>
    `(SELECT count(*) FROM view_erased f WHERE f.erasing = e.erasing AND f.state = '${state}') AS ${name}`;
  return {
    recording: db.prepare<
      [string, string, string, number, string],
      { evidence: string; sha256: string; blake3: string; stored: number }
    >(
      `SELECT s.evidence, e.sha256, e.blake3, e.stored IS NOT NULL AS stored
       FROM view_sighting s JOIN view_evidence e USING (evidence)
       WHERE s.recorder = ? AND s.path = ? AND s.path_base64 = ? AND s.bytes = ? AND s.modified = ?`,
    ),
    sidecar: db.prepare<[string, string, string, number, string], { sha256: string; blake3: string }>(
      `SELECT s.sha256, o.blake3 FROM view_sidecar s JOIN view_original o USING (sha256)
       WHERE s.evidence = ? AND s.path = ? AND s.path_base64 = ? AND s.bytes = ? AND s.modified = ?`,
    ),
    damaged: db.prepare<[string], unknown>('SELECT 1 FROM view_damage WHERE sha256 = ? AND ended IS NULL'),
    stored: db.prepare<[string], unknown>(
      'SELECT 1 FROM view_evidence WHERE evidence = ? AND stored IS NOT NULL',
    ),
    proposed: db.prepare<[string], string>('SELECT list FROM view_erasing_list WHERE docking = ?').pluck(),
    times: db.prepare<[string], number>('SELECT count(*) FROM view_erasing WHERE docking = ?').pluck(),
    unfinished: db.prepare<[], UnfinishedErasing>(
      `SELECT e.erasing, e.docking, ${counted('gone', 'gone')}, ${counted('kept', 'kept')},
         ${counted('going', 'unknown')} FROM view_erasing e WHERE e.finished IS NULL`,
    ),
    unknown: db.prepare<[string], UnknownFile>(
      `SELECT f.erasing, f.file, f.evidence, f.path, f.path_base64 AS pathBase64, f.bytes, f.modified
       FROM view_erased f JOIN view_erasing e USING (erasing)
       WHERE f.recorder = ? AND f.state = 'going' AND e.finished IS NOT NULL ORDER BY f.erasing, f.file`,
    ),
  };
}
