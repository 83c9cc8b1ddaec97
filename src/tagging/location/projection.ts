import { canonicalText } from '../../custody/canonical.ts';
import type { Db } from '../../custody/database.ts';
import type { Projector } from '../../custody/projector.ts';

/** Where recordings were made, as it was found last; what was found before stays in the ledger. */
export const locationProjector: Projector = {
  tables: ['view_location'],
  prepare(db: Db) {
    const locate = db.prepare(
      'INSERT OR REPLACE INTO view_location (evidence, said, track) VALUES (?, ?, ?)',
    );
    return (entry) => {
      if (entry.type !== 'recording.located') return;
      const { data, personal } = entry;
      locate.run(data.evidence, canonicalText(data), personal.track ?? null);
    };
  },
};
