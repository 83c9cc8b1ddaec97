import { canonicalText } from '../../custody/canonical.ts';
import type { Db } from '../../custody/database.ts';
import type { Projector } from '../../custody/projector.ts';

/** The newest values of every register; older ones stay in the ledger. */
export const registerProjector: Projector = {
  tables: ['view_register', 'view_register_import', 'view_duty'],
  prepare(db: Db) {
    const enter = db.prepare(
      `INSERT INTO view_register (register, key, fields, entered, changed, seq) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET fields = excluded.fields, changed = excluded.changed, seq = excluded.seq`,
    );
    const duty = db.prepare(
      `INSERT INTO view_duty (key, officer, recorder, from_at, to_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET recorder = excluded.recorder, to_at = excluded.to_at`,
    );
    const begin = db.prepare(
      `INSERT INTO view_register_import (import, register, file, sha256, rows, refused, begun)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    const remove = db.prepare('DELETE FROM view_register WHERE register = ? AND key = ?');
    const relieve = db.prepare('DELETE FROM view_duty WHERE key = ?');
    const finish = db.prepare('UPDATE view_register_import SET finished = ? WHERE import = ?');
    return (entry) => {
      switch (entry.type) {
        case 'register.entered': {
          const { register, key } = entry.data;
          enter.run(register, key, canonicalText(entry.personal), entry.at, entry.at, entry.seq);
          const { officer, recorder = null, from, to } = entry.personal;
          // One whose values were erased is nobody's duty any more.
          if (register === 'rosters' && officer !== undefined && from !== undefined && to !== undefined)
            duty.run(key, officer, recorder, from, to);
          return;
        }
        case 'register.removed': {
          const { register, key } = entry.data;
          remove.run(register, key);
          if (register === 'rosters') relieve.run(key);
          return;
        }
        case 'register.import_begun': {
          const { import: id, register, sha256, rows, refused } = entry.data;
          begin.run(id, register, entry.personal.file ?? null, sha256, rows, refused, entry.at);
          return;
        }
        case 'register.imported':
          finish.run(entry.at, entry.data.import);
          return;
        default:
      }
    };
  },
};
