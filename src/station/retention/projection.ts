import type { Db } from '../../custody/database.ts';
import type { AnyEntry, LedgerEntry } from '../../custody/entry.ts';
import type { Projector } from '../../custody/projector.ts';

/**
 * Disposals, and what they have taken out of the vaults. Only what somebody else has approved counts: without that, an
 * entry that says that an original is gone does not make it rightly so.
 */
export const disposalProjector: Projector = {
  tables: ['view_disposal', 'view_disposal_item', 'view_disposed'],
  prepare(db: Db) {
    const sql = statements(db);
    return (entry) => apply(sql, entry);
  },
};

function statements(db: Db) {
  return {
    propose: db.prepare(
      `INSERT INTO view_disposal (disposal, seq, state, reason, proposer, proposed) VALUES (?, ?, 'proposed', ?, ?, ?)`,
    ),
    list: db.prepare(
      `INSERT OR IGNORE INTO view_disposal_item (disposal, evidence, state, at) VALUES (?, ?, 'listed', ?)`,
    ),
    decide: db.prepare(
      `UPDATE view_disposal SET state = ?, decider = ?, decided = ?, note = ?
       WHERE disposal = ? AND state = 'proposed' AND (proposer = ?) = ?`,
    ),
    approved: db
      .prepare<[string], number>(`SELECT 1 FROM view_disposal WHERE disposal = ? AND state = 'approved'`)
      .pluck(),
    item: db.prepare(
      'UPDATE view_disposal_item SET state = ?, because = ?, at = ? WHERE disposal = ? AND evidence = ?',
    ),
    begin: db.prepare(
      'INSERT OR REPLACE INTO view_disposed (sha256, disposal, evidence, begun) VALUES (?, ?, ?, ?)',
    ),
    done: db.prepare('UPDATE view_disposed SET done = ? WHERE evidence = ? AND disposal = ?'),
    stands: db.prepare('DELETE FROM view_disposed WHERE sha256 = ?'),
    finish: db.prepare('UPDATE view_disposal SET finished = ? WHERE disposal = ?'),
  };
}

type Statements = ReturnType<typeof statements>;

function apply(sql: Statements, entry: AnyEntry): void {
  switch (entry.type) {
    case 'disposal.proposed':
      propose(sql, entry);
      return;
    case 'disposal.decided': {
      const { disposal, decision } = entry.data;
      const own = Number(decision === 'withdrawn');
      const { actor, at } = entry;
      sql.decide.run(decision, actor.id, at, entry.personal.note ?? null, disposal, actor.id, own);
      return;
    }
    case 'evidence.disposal_begun':
      begin(sql, entry);
      return;
    case 'evidence.disposed': {
      const { disposal, evidence } = entry.data;
      sql.done.run(entry.at, evidence, disposal);
      sql.item.run('disposed', null, entry.at, disposal, evidence);
      return;
    }
    case 'evidence.disposal_refused': {
      const { disposal, evidence, because, standing } = entry.data;
      for (const sha256 of standing) sql.stands.run(sha256);
      sql.item.run('refused', because, entry.at, disposal, evidence);
      return;
    }
    case 'disposal.finished':
      sql.finish.run(entry.at, entry.data.disposal);
      return;
    case 'recording.stored':
    case 'sidecar.stored':
    case 'attachment.stored':
    case 'finding.attached':
      // Equal bytes have come in again: from here on the vault must have them.
      sql.stands.run(entry.data.sha256);
      return;
    default:
  }
}

function propose(
  sql: Statements,
  { data, personal, actor, at, seq }: LedgerEntry<'disposal.proposed'>,
): void {
  const { disposal, evidence } = data;
  sql.propose.run(disposal, seq, personal.reason ?? null, actor.id, at);
  for (const one of evidence) sql.list.run(disposal, one, at);
}

function begin(sql: Statements, { data, at }: LedgerEntry<'evidence.disposal_begun'>): void {
  const { disposal, evidence, originals } = data;
  if (sql.approved.get(disposal) === undefined) return;
  sql.item.run('begun', null, at, disposal, evidence);
  for (const { sha256 } of originals) sql.begin.run(sha256, disposal, evidence, at);
}
