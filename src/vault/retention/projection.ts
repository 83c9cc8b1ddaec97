import type { Db } from '../../custody/database.ts';
import type { Projector } from '../../custody/projector.ts';

/** Classes of items, later dates of originals, and which of them are on hold. */
export const retentionProjector: Projector = {
  tables: ['view_class', 'view_retained', 'view_held'],
  prepare(db: Db) {
    const classify = db.prepare('INSERT OR REPLACE INTO view_class (evidence, class) VALUES (?, ?)');
    const retain = db.prepare(
      `INSERT INTO view_retained (sha256, until) VALUES (?, ?)
       ON CONFLICT (sha256) DO UPDATE SET until = max(until, excluded.until)`,
    );
    const hold = db.prepare('INSERT OR REPLACE INTO view_held (sha256, because) VALUES (?, ?)');
    const release = db.prepare('DELETE FROM view_held WHERE sha256 = ?');
    return (entry) => {
      switch (entry.type) {
        case 'evidence.classified':
          classify.run(entry.data.evidence, entry.data.class);
          return;
        case 'original.retained':
          retain.run(entry.data.sha256, entry.data.until);
          return;
        case 'original.held':
          hold.run(entry.data.sha256, entry.data.because.join(' '));
          return;
        case 'original.released':
          release.run(entry.data.sha256);
          return;
        default:
      }
    };
  },
};
