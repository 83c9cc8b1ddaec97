import type { Db } from '../custody/database.ts';
import type { Projector } from '../custody/projector.ts';

/** What each source says now; what it said before stays in the ledger. */
export const tagProjector: Projector = {
  tables: ['view_tag'],
  prepare(db: Db) {
    const tag = db.prepare(
      'INSERT OR REPLACE INTO view_tag (evidence, field, source, said, actor, at) VALUES (?, ?, ?, ?, ?, ?)',
    );
    return (entry) => {
      if (entry.type !== 'evidence.tagged') return;
      const { evidence, field, source } = entry.data;
      // A value that was erased is not said any more.
      tag.run(evidence, field, source, entry.personal.values ?? '[]', entry.actor.id, entry.at);
    };
  },
};
