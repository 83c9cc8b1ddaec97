import type { Db } from '../custody/database.ts';
import type { AnyEntry, LedgerEntry } from '../custody/entry.ts';
import type { Projector } from '../custody/projector.ts';

/** What was erased from recorders, what stayed, and how full they are. */
export const erasingProjector: Projector = {
  tables: ['view_erasing_list', 'view_erasing', 'view_erased', 'view_recorder_space'],
  prepare(db: Db) {
    const sql = statements(db);
    return (entry) => apply(sql, entry);
  },
};

function statements(db: Db) {
  return {
    propose: db.prepare(
      `INSERT OR REPLACE INTO view_erasing_list (docking, list, files, bytes, proposed) VALUES (?, ?, ?, ?, ?)`,
    ),
    confirm: db.prepare(
      'UPDATE view_erasing_list SET confirmed = ?, confirmer = ? WHERE docking = ? AND list = ?',
    ),
    begin: db.prepare(
      `INSERT INTO view_erasing (erasing, docking, recorder, list, files, bytes, source, begun)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    file: db.prepare(
      `INSERT INTO view_erased (erasing, file, docking, recorder, evidence, sidecar, path, path_base64, bytes, modified,
         sha256, state, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET state = excluded.state, reason = excluded.reason, at = excluded.at`,
    ),
    state: db.prepare('UPDATE view_erased SET state = ?, at = ? WHERE erasing = ? AND file = ?'),
    finish: db.prepare('UPDATE view_erasing SET finished = ?, because = ? WHERE erasing = ?'),
    space: db.prepare(
      `INSERT OR REPLACE INTO view_recorder_space (recorder, docking, bytes, free, locked, at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ),
  };
}

type Sql = ReturnType<typeof statements>;

function apply(sql: Sql, entry: AnyEntry): void {
  switch (entry.type) {
    case 'erasing.proposed': {
      const { docking, list, count, bytes, part } = entry.data;
      if (part === 1) sql.propose.run(docking, list, count, bytes, entry.at);
      return;
    }
    case 'erasing.confirmed':
      sql.confirm.run(entry.at, entry.actor.id, entry.data.docking, entry.data.list);
      return;
    case 'erasing.begun': {
      const { erasing, docking, recorder, list, files, bytes, source } = entry.data;
      sql.begin.run(erasing, docking, recorder, list, files, bytes, source, entry.at);
      return;
    }
    case 'erasing.going':
      file(sql, entry, 'going', null);
      return;
    case 'erasing.kept':
      file(sql, entry, 'kept', entry.data.reason);
      return;
    case 'erasing.gone':
      sql.state.run('gone', entry.at, entry.data.erasing, entry.data.file);
      return;
    case 'erasing.settled':
      sql.state.run(entry.data.because, entry.at, entry.data.erasing, entry.data.file);
      return;
    case 'erasing.finished':
      sql.finish.run(entry.at, entry.data.because, entry.data.erasing);
      return;
    case 'recorder.space': {
      const { recorder, docking, bytes, freeBytes, lockedBytes } = entry.data;
      sql.space.run(recorder, docking, bytes, freeBytes, lockedBytes, entry.at);
      return;
    }
    default:
  }
}

function file(
  sql: Sql,
  { data, personal, at }: LedgerEntry<'erasing.going'> | LedgerEntry<'erasing.kept'>,
  state: 'going' | 'kept',
  reason: string | null,
): void {
  const { erasing, file, docking, recorder, evidence, sidecar, bytes, modified, sha256 } = data;
  const { path = null, pathBase64 = null } = personal as Partial<typeof personal>;
  const place = [erasing, file, docking, recorder, evidence, Number(sidecar), path, pathBase64] as const;
  sql.file.run(...place, bytes, modified, sha256, state, reason, at);
}
