import type { Db } from '../../custody/database.ts';
import type { AnyEntry } from '../../custody/entry.ts';
import type { Projector } from '../../custody/projector.ts';

/** Of so many dockings of a recorder it is known what lay on its card. */
const keptDockings = 4;

/** Which recordings lay on a recorder's card at its last dockings. */
export const cardProjector: Projector = {
  tables: ['view_card', 'view_seen'],
  prepare(db: Db) {
    const sql = statements(db);
    return (entry) => apply(sql, entry);
  },
};

function statements(db: Db) {
  const last = `SELECT docking FROM view_card WHERE recorder =
    (SELECT recorder FROM view_card WHERE docking = ?) ORDER BY docking DESC`;
  return {
    // A card that is looked at again is still the one that it was.
    identify: db.prepare('INSERT OR IGNORE INTO view_card (docking, recorder) VALUES (?, ?)'),
    forget: db.prepare(`DELETE FROM view_seen WHERE docking IN (${last} LIMIT -1 OFFSET ${keptDockings})`),
    see: db.prepare(
      `INSERT OR IGNORE INTO view_seen (docking, evidence)
       SELECT docking, ? FROM (${last} LIMIT ${keptDockings}) WHERE docking = ?`,
    ),
    list: db.prepare('UPDATE view_card SET listed = ? WHERE docking = ?'),
    complete: db.prepare('UPDATE view_card SET completed = ? WHERE docking = ?'),
  };
}

function apply(sql: ReturnType<typeof statements>, entry: AnyEntry): void {
  switch (entry.type) {
    case 'docking.identified':
      sql.identify.run(entry.subject.id, entry.data.recorder);
      sql.forget.run(entry.subject.id);
      return;
    case 'recording.secured':
    case 'recording.duplicate':
      see(sql, entry.data.docking, [entry.data.evidence]);
      return;
    case 'recordings.recognised':
      see(sql, entry.data.docking, entry.data.evidence);
      return;
    case 'docking.listed':
      sql.list.run(entry.seq, entry.subject.id);
      return;
    case 'docking.completed':
      sql.complete.run(entry.seq, entry.subject.id);
      return;
    default:
  }
}

function see(sql: ReturnType<typeof statements>, docking: string, evidence: readonly string[]): void {
  for (const one of evidence) sql.see.run(one, docking, docking);
}
