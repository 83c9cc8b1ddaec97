import { randomInt } from 'node:crypto';
import type { Statement } from 'better-sqlite3';
import type { Db } from '../custody/database.ts';
import type { AttachedTo } from '../custody/entry-kinds.ts';
import type { IntakeRoom } from '../intake/room.ts';
import type { Waiting } from '../intake/uploads/order.ts';
import {
  type SecuredItem,
  uploadAttachment,
  uploadRecording,
  uploadSidecar,
  type WaitingAttachment,
} from '../intake/uploads/upload.ts';
import { UploadQueue } from '../intake/uploads/upload-queue.ts';

const backoff = { firstMs: 5_000, longestMs: 600_000 } as const;

interface Row extends SecuredItem {
  readonly secured: string;
  readonly important: number;
  readonly due: string | null;
}

interface SidecarRow extends Row {
  readonly modified: string;
  readonly path: string;
  readonly pathBase64: string;
}

interface AttachmentRow extends Omit<WaitingAttachment, 'to'> {
  readonly justification: string | null;
  readonly finding: string | null;
  readonly secured: string;
}

/** Where a recording belongs to a course of enforcement that is judged, its first limit is what it must not miss. */
const urgency = `
  e.recorder, coalesce((SELECT t.said = '["important"]' FROM view_tag t WHERE t.evidence = e.evidence
    AND t.field = 'importance' AND t.source = 'person'), e.important) AS important,
  (SELECT min(v.due) FROM view_session_item i JOIN view_verdict v USING (session)
    WHERE i.evidence = e.evidence) AS due`;

/** The uploads of a station, from what its catalogue says is secured and not stored. */
export function stationUploads(
  room: IntakeRoom,
  db: Db,
  atOnce: number,
  fatal: (error: unknown) => void,
): UploadQueue {
  const recordings: Statement<[], Row> = db.prepare(
    `SELECT e.recording, e.docking, e.evidence, e.sha256, e.blake3, e.bytes, e.secured, ${urgency}
     FROM view_evidence e WHERE e.stored IS NULL`,
  );
  const sidecars: Statement<[], SidecarRow> = db.prepare(
    `SELECT w.recording, w.docking, w.evidence, w.sha256, w.blake3, w.bytes, w.secured, w.modified, w.path,
       w.path_base64 AS pathBase64, ${urgency}
     FROM view_sidecar_waiting w JOIN view_evidence e ON e.evidence = w.evidence`,
  );
  const attachments: Statement<[], AttachmentRow> = db.prepare(
    `SELECT recording, justification, finding, name, bytes, sha256, blake3, secured FROM view_attachment_waiting`,
  );
  const uploads = new Map<string, () => ReturnType<typeof uploadRecording>>();
  return new UploadQueue({
    ...{ clock: room.clock, atOnce, backoff, fatal },
    random: () => randomInt(1_000) / 1_000,
    waiting() {
      uploads.clear();
      const known = (one: Waiting, upload: () => ReturnType<typeof uploadRecording>): Waiting => {
        uploads.set(one.recording, upload);
        return one;
      };
      return [
        ...recordings
          .all()
          .map((row) => known(waitingOf(row, 'recording'), () => uploadRecording(room, row))),
        ...sidecars
          .all()
          .map((row) => known(waitingOf(row, 'sidecar'), () => uploadSidecar(room, sidecarOf(row)))),
        ...attachments.all().map((row) => {
          const to = attachedTo(row);
          const evidence = to.finding ?? to.justification;
          const one = { ...row, evidence, important: 0, due: null };
          return known(waitingOf(one, 'attachment'), () => uploadAttachment(room, { ...row, to }));
        }),
      ];
    },
    total: () => waitingTotal(db),
    async upload({ recording }) {
      const upload = uploads.get(recording);
      if (upload === undefined) throw new TypeError(`nothing named ${recording} waits`);
      return await upload();
    },
    recovered: () => room.alarms.settle('uploads_failing', room.vault.id),
    opened: (found) => room.alarms.raise('uploads_failing', 'warning', room.vault.id, { found }),
  });
}

/** How much is secured and not stored yet, sidecars and attachments with it. */
export function waitingTotal(db: Db): { readonly waiting: number; readonly waitingBytes: number } {
  const sql = `SELECT count(*) AS waiting, coalesce(sum(bytes), 0) AS waitingBytes FROM (
    SELECT bytes FROM view_evidence WHERE stored IS NULL UNION ALL SELECT bytes FROM view_sidecar_waiting
    UNION ALL SELECT bytes FROM view_attachment_waiting)`;
  const found = db.prepare<[], { waiting: number; waitingBytes: number }>(sql).get();
  return found ?? { waiting: 0, waitingBytes: 0 };
}

function waitingOf(
  {
    recording,
    evidence,
    bytes,
    secured,
    important,
    due,
  }: Pick<Row, 'recording' | 'evidence' | 'bytes' | 'secured' | 'important' | 'due'>,
  kind: Waiting['kind'],
): Waiting {
  return {
    ...{ recording, kind, evidence, bytes },
    secured: Temporal.Instant.from(secured),
    important: important === 1,
    due: due === null ? null : Temporal.Instant.from(due),
  };
}

function sidecarOf({ path, pathBase64, ...row }: SidecarRow) {
  return { ...row, path: pathBase64 === '' ? { path } : { path, pathBase64 } };
}

function attachedTo({ justification, finding }: AttachmentRow): AttachedTo {
  return finding === null
    ? { justification: justification ?? '', finding }
    : { justification: null, finding };
}
