import type { Db } from '../custody/database.ts';
import type { Projector } from '../custody/projector.ts';

/** Recordings are looked for by these. */
const filedBy: readonly string[] = ['case', 'party'];

/** Which recordings each source says to be of which case or party; which of them is believed is asked when it is read. */
export const filingProjector: Projector = {
  tables: ['view_filed'],
  prepare(db: Db) {
    const take = db.prepare('DELETE FROM view_filed WHERE evidence = ? AND field = ? AND source = ?');
    const file = db.prepare(
      'INSERT OR IGNORE INTO view_filed (field, value, evidence, source) VALUES (?, ?, ?, ?)',
    );
    return (entry) => {
      if (entry.type !== 'evidence.tagged' || !filedBy.includes(entry.data.field)) return;
      const { evidence, field, source } = entry.data;
      take.run(evidence, field, source);
      // The tagger wrote it: a list of texts. Values that were erased file nothing.
      const values = JSON.parse(entry.personal.values ?? '[]') as readonly string[];
      for (const value of values) file.run(field, value, evidence, source);
    };
  },
};
