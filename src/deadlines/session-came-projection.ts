import type { Db } from '../custody/database.ts';
import type { Projector } from '../custody/projector.ts';

/** When each course of enforcement was first put together. */
export const sessionCameProjector: Projector = {
  tables: ['view_session_came'],
  prepare(db: Db) {
    const came = db.prepare('INSERT OR IGNORE INTO view_session_came (session, came) VALUES (?, ?)');
    return (entry) => {
      if (entry.type === 'session.formed') came.run(entry.data.session, entry.at);
    };
  },
};
