import type { Db } from '../../custody/database.ts';
import type { Projector } from '../../custody/projector.ts';

/** Until when persons want items kept; every word of theirs stays visible. */
export const extensionProjector: Projector = {
  tables: ['view_extended'],
  prepare(db: Db) {
    const extended = db.prepare(
      'INSERT INTO view_extended (seq, evidence, until, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?)',
    );
    return ({ type, seq, data, personal, actor, at }) => {
      if (type !== 'retention.extended') return;
      extended.run(seq, data.evidence, data.until, personal.reason ?? null, actor.id, at);
    };
  },
};
