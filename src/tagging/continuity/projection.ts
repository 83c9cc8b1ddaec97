import { canonicalText } from '../../custody/canonical.ts';
import type { Db } from '../../custody/database.ts';
import type { AnyEntry, LedgerEntry } from '../../custody/entry.ts';
import type { Projector } from '../../custody/projector.ts';

/** What does not fit together, and what became of each finding. */
export const findingProjector: Projector = {
  tables: ['view_finding', 'view_finding_evidence', 'view_finding_attachment'],
  prepare(db: Db) {
    const sql = statements(db);
    return (entry) => apply(sql, entry);
  },
};

type Sql = ReturnType<typeof statements>;

function statements(db: Db) {
  return {
    make: db.prepare(
      `INSERT INTO view_finding (finding, code, key, recorder, docking, made, said, state, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
    ),
    about: db.prepare('INSERT OR IGNORE INTO view_finding_evidence (finding, evidence) VALUES (?, ?)'),
    withdraw: db.prepare(
      `UPDATE view_finding SET state = 'withdrawn', settled = ?, settler = ?, because = ? WHERE finding = ?`,
    ),
    explain: db.prepare(
      `UPDATE view_finding SET state = 'explained', settled = ?, settler = ?, happened = ?, who = ?, why = ?,
         signed_by = ?, text = ? WHERE finding = ? AND state IN ('open', 'explained')`,
    ),
    attach: db.prepare(
      `INSERT INTO view_finding_attachment (finding, sha256, bytes, name) VALUES (?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    ),
    dismiss: db.prepare(
      `UPDATE view_finding SET state = 'dismissed', settled = ?, settler = ?, reason = ?
       WHERE finding = ? AND state = 'open'`,
    ),
  };
}

function apply(sql: Sql, entry: AnyEntry): void {
  switch (entry.type) {
    case 'finding.made':
      made(sql, entry);
      return;
    case 'finding.withdrawn':
      sql.withdraw.run(entry.at, entry.actor.id, entry.data.because, entry.data.finding);
      return;
    case 'finding.explained': {
      const { who, why, signedBy, text } = entry.personal;
      const { finding, when } = entry.data;
      // A value that was erased leaves a null.
      const words = [who, why, signedBy, text].map((one) => one ?? null);
      sql.explain.run(entry.at, entry.actor.id, when, ...words, finding);
      return;
    }
    case 'finding.attached': {
      const { finding, sha256, bytes } = entry.data;
      sql.attach.run(finding, sha256, bytes, entry.personal.name ?? null);
      return;
    }
    case 'finding.dismissed':
      sql.dismiss.run(entry.at, entry.actor.id, entry.personal.reason ?? null, entry.data.finding);
      return;
    default:
  }
}

function made(sql: Sql, { data, personal, at }: LedgerEntry<'finding.made'>): void {
  const { finding, code, key, recorder, docking, evidence } = data;
  sql.make.run(finding, code, key, recorder, docking, canonicalText(data), personal.said ?? null, at);
  for (const one of evidence) sql.about.run(finding, one);
}
