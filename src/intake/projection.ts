import type { Db } from '../custody/database.ts';
import type { AnyEntry, LedgerEntry } from '../custody/entry.ts';
import type { Projector } from '../custody/projector.ts';

/** Evidence items and the places on recorders where they were seen. */
export const evidenceProjector: Projector = {
  tables: ['view_evidence', 'view_sighting'],
  prepare(db: Db) {
    const sql = statements(db);
    return (entry) => applyEvidence(sql, entry);
  },
};

function statements(db: Db) {
  return {
    secure: db.prepare(
      `INSERT INTO view_evidence (evidence, recorder, docking, recording, sha256, blake3, sm3, bytes, path, path_base64,
         modified, device, officer, start, segment, important, resumed, secured)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    store: db.prepare('UPDATE view_evidence SET stored = ? WHERE evidence = ? AND stored IS NULL'),
    sight: db.prepare(
      `INSERT INTO view_sighting (recorder, path, path_base64, bytes, modified, head_blake3, tail_blake3, evidence)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET head_blake3 = excluded.head_blake3, tail_blake3 = excluded.tail_blake3,
         evidence = excluded.evidence`,
    ),
  };
}

function applyEvidence(sql: ReturnType<typeof statements>, entry: AnyEntry): void {
  switch (entry.type) {
    case 'recording.secured':
      secured(sql, entry);
      sighted(sql, entry);
      return;
    case 'recording.duplicate':
      sighted(sql, entry);
      return;
    case 'recording.stored':
      sql.store.run(entry.at, entry.data.evidence);
      return;
    default:
  }
}

function secured(sql: ReturnType<typeof statements>, entry: LedgerEntry<'recording.secured'>): void {
  const { data, personal } = entry;
  const named = data.named;
  sql.secure.run(
    data.evidence,
    data.recorder,
    data.docking,
    data.recording,
    data.sha256,
    data.blake3,
    data.sm3,
    data.bytes,
    personal.path,
    personal.pathBase64 ?? null,
    data.modified,
    named?.device ?? null,
    named?.officer ?? null,
    named?.start ?? null,
    named?.segment ?? null,
    Number(named?.important ?? false),
    Number(data.resumed),
    entry.at,
  );
}

function sighted(
  sql: ReturnType<typeof statements>,
  { data, personal }: LedgerEntry<'recording.secured'> | LedgerEntry<'recording.duplicate'>,
): void {
  const { recorder, bytes, modified, headBlake3, tailBlake3, evidence } = data;
  sql.sight.run(
    recorder,
    personal.path,
    personal.pathBase64 ?? '',
    bytes,
    modified,
    headBlake3,
    tailBlake3,
    evidence,
  );
}

export const sidecarProjector: Projector = {
  tables: ['view_sidecar'],
  prepare(db: Db) {
    const insert = db.prepare(
      `INSERT INTO view_sidecar (evidence, path, path_base64, bytes, modified, sha256, object)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET sha256 = excluded.sha256, object = excluded.object`,
    );
    return (entry) => {
      if (entry.type !== 'sidecar.stored') return;
      const { evidence, bytes, modified, sha256, object } = entry.data;
      const { path, pathBase64 } = entry.personal;
      insert.run(evidence, path, pathBase64 ?? '', bytes, modified, sha256, object);
    };
  },
};

/** Sidecars that are secured and wait to be stored. */
export const waitingSidecarProjector: Projector = {
  tables: ['view_sidecar_waiting'],
  prepare(db: Db) {
    const wait = db.prepare(
      `INSERT INTO view_sidecar_waiting (recording, evidence, docking, path, path_base64, bytes, modified, sha256,
         blake3, secured) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const done = db.prepare(
      `DELETE FROM view_sidecar_waiting WHERE evidence = ? AND path = ? AND path_base64 = ? AND modified = ?
         AND sha256 = ?`,
    );
    return (entry) => {
      if (entry.type !== 'sidecar.stored' && entry.type !== 'sidecar.secured') return;
      const { evidence, bytes, modified, sha256 } = entry.data;
      const { path, pathBase64 = '' } = entry.personal;
      if (entry.type === 'sidecar.stored') {
        done.run(evidence, path, pathBase64, modified, sha256);
        return;
      }
      const { recording, docking, blake3 } = entry.data;
      wait.run(recording, evidence, docking, path, pathBase64, bytes, modified, sha256, blake3, entry.at);
    };
  },
};

/** Recordings that a docking could not bring in, and why. */
export const leftProjector: Projector = {
  tables: ['view_left'],
  prepare(db: Db) {
    const insert = db.prepare(
      `INSERT INTO view_left (seq, docking, recorder, path, path_base64, bytes, state, reason, at_offset, errno)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return (entry) => {
      if (entry.type !== 'recording.failed' && entry.type !== 'recording.deferred') return;
      const { docking, recorder, bytes, reason, offset, errno } = entry.data;
      const state = entry.type === 'recording.failed' ? 'failed' : 'deferred';
      const { path, pathBase64 } = entry.personal;
      insert.run(entry.seq, docking, recorder, path, pathBase64 ?? null, bytes, state, reason, offset, errno);
    };
  },
};

/** What persons have attached that is secured and waits to be stored. */
export const waitingAttachmentProjector: Projector = {
  tables: ['view_attachment_waiting'],
  prepare(db: Db) {
    const wait = db.prepare(
      `INSERT INTO view_attachment_waiting (recording, justification, finding, name, bytes, sha256, blake3, secured)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const done = db.prepare(
      'DELETE FROM view_attachment_waiting WHERE sha256 = ? AND justification IS ? AND finding IS ?',
    );
    return (entry) => {
      switch (entry.type) {
        case 'attachment.secured': {
          const { recording, justification, finding, bytes, sha256, blake3 } = entry.data;
          const name = entry.personal.name ?? null;
          wait.run(recording, justification, finding, name, bytes, sha256, blake3, entry.at);
          return;
        }
        case 'attachment.stored':
          done.run(entry.data.sha256, entry.data.justification, null);
          return;
        case 'finding.attached':
          done.run(entry.data.sha256, null, entry.data.finding);
          return;
        default:
      }
    };
  },
};
