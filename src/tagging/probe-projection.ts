import { canonicalText } from '../custody/canonical.ts';
import type { Db } from '../custody/database.ts';
import type { Projector } from '../custody/projector.ts';

/** What containers say, and the last entry that changed what a recording is compared by. */
export const probeProjector: Projector = {
  tables: ['view_probe', 'view_unprobed'],
  prepare(db: Db) {
    const probe = db.prepare(
      `INSERT INTO view_probe (evidence, facts, tags, changed) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET facts = excluded.facts, tags = excluded.tags, changed = excluded.changed`,
    );
    const secured = db.prepare('INSERT INTO view_unprobed (evidence) VALUES (?)');
    const looked = db.prepare('DELETE FROM view_unprobed WHERE evidence = ?');
    const changed = db.prepare('UPDATE view_probe SET changed = ? WHERE evidence = ?');
    return (entry) => {
      switch (entry.type) {
        case 'recording.secured':
          secured.run(entry.data.evidence);
          return;
        case 'recording.probed': {
          const { evidence } = entry.data;
          probe.run(evidence, canonicalText(entry.data), entry.personal.tags ?? null, entry.seq);
          looked.run(evidence);
          return;
        }
        case 'recording.timed':
          changed.run(entry.seq, entry.data.evidence);
          return;
        case 'session.formed':
          for (const evidence of entry.data.evidence) changed.run(entry.seq, evidence);
          return;
        default:
      }
    };
  },
};
