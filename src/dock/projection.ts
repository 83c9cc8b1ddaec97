import type { Db } from '../custody/database.ts';
import type { AnyEntry } from '../custody/entry.ts';
import type { Projector } from '../custody/projector.ts';

/** Recorders: registered ones, and all that were ever docked. */
export const recorderProjector: Projector = {
  tables: ['view_recorder'],
  prepare(db: Db) {
    const register = db.prepare(
      `INSERT INTO view_recorder (recorder, profile, holder, registered) VALUES (?, ?, ?, ?)
       ON CONFLICT (recorder) DO UPDATE SET
         profile = coalesce(excluded.profile, profile), holder = coalesce(excluded.holder, holder),
         registered = coalesce(registered, excluded.registered)`,
    );
    const strike = db.prepare('UPDATE view_recorder SET registered = NULL WHERE recorder = ?');
    const seen = db.prepare(
      `INSERT INTO view_recorder (recorder, profile, first_seen, last_seen) VALUES (?, ?, ?, ?)
       ON CONFLICT (recorder) DO UPDATE SET
         profile = excluded.profile, first_seen = coalesce(first_seen, excluded.first_seen),
         last_seen = excluded.last_seen`,
    );
    return (entry) => {
      if (entry.type === 'recorder.registered') {
        register.run(entry.data.recorder, entry.data.profile, entry.personal.holder ?? null, entry.at);
      } else if (entry.type === 'register.entered' && entry.data.register === 'recorders') {
        const { profile, holder } = entry.personal;
        register.run(entry.data.key, profile ?? null, holder ?? null, entry.at);
      } else if (entry.type === 'register.removed' && entry.data.register === 'recorders') {
        strike.run(entry.data.key);
      } else if (entry.type === 'docking.identified') {
        seen.run(entry.data.recorder, entry.data.profile, entry.at, entry.at);
      }
    };
  },
};

/** Dockings from attach to detach, with what came of them. */
export const dockingProjector: Projector = {
  tables: ['view_docking'],
  prepare(db: Db) {
    const sql = statements(db);
    return (entry) => applyDocking(sql, entry);
  },
};

function statements(db: Db) {
  return {
    start: db.prepare(
      'INSERT INTO view_docking (docking, port, root, read_only, started) VALUES (?, ?, ?, ?, ?)',
    ),
    identify: db.prepare('UPDATE view_docking SET recorder = ?, profile = ?, assigned = ? WHERE docking = ?'),
    refuse: db.prepare('UPDATE view_docking SET refused = ? WHERE docking = ?'),
    list: db.prepare('UPDATE view_docking SET recordings = ?, bytes_listed = ? WHERE docking = ?'),
    complete: db.prepare(
      `UPDATE view_docking SET completed = ?, stored = ?, secured = ?, already_stored = ?, failed = ?, deferred = ?,
         ignored = ?, bytes = ? WHERE docking = ?`,
    ),
    end: db.prepare('UPDATE view_docking SET ended = ?, because = ? WHERE docking = ?'),
  };
}

function applyDocking(sql: ReturnType<typeof statements>, entry: AnyEntry): void {
  const docking = entry.subject.id;
  switch (entry.type) {
    case 'docking.started':
      sql.start.run(docking, entry.data.port, entry.personal.root, flag(entry.data.readOnly), entry.at);
      return;
    case 'docking.identified':
      sql.identify.run(entry.data.recorder, entry.data.profile, flag(entry.data.assigned), docking);
      return;
    case 'docking.refused':
      sql.refuse.run(entry.data.reason, docking);
      return;
    case 'docking.listed':
      sql.list.run(entry.data.recordings, entry.data.bytes, docking);
      return;
    case 'docking.completed': {
      const { stored, secured, alreadyStored, failed, deferred, ignored, bytes } = entry.data;
      sql.complete.run(entry.at, stored, secured, alreadyStored, failed, deferred, ignored, bytes, docking);
      return;
    }
    case 'docking.ended':
      sql.end.run(entry.at, entry.data.because, docking);
      return;
    default:
  }
}

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
