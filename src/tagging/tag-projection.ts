import type { Db } from '../custody/database.ts';
import type { Projector } from '../custody/projector.ts';
import { effectiveTag, type TagField, type TagSource } from './tags.ts';

/** What each source says now, and whose a recording is by it; what was said before stays in the ledger. */
export const tagProjector: Projector = {
  tables: ['view_tag', 'view_owner'],
  prepare(db: Db) {
    const tag = db.prepare(
      'INSERT OR REPLACE INTO view_tag (evidence, field, source, said, actor, at) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const own = ownerOf(db);
    return (entry) => {
      if (entry.type !== 'evidence.tagged') return;
      const { evidence, field, source } = entry.data;
      // A value that was erased is not said any more.
      tag.run(evidence, field, source, entry.personal.values ?? '[]', entry.actor.id, entry.at);
      if (field === 'officer' || field === 'unit') own(evidence, field);
    };
  },
};

/** Keeps who holds of a recording where lists find it. */
function ownerOf(db: Db): (evidence: string, field: 'officer' | 'unit') => void {
  const said = db.prepare<[string, string], { source: TagSource; said: string }>(
    'SELECT source, said FROM view_tag WHERE evidence = ? AND field = ?',
  );
  const write = (column: TagField) =>
    db.prepare<[string, string | null]>(
      `INSERT INTO view_owner (evidence, ${column}) VALUES (?, ?)
       ON CONFLICT (evidence) DO UPDATE SET ${column} = excluded.${column}`,
    );
  const into = { officer: write('officer'), unit: write('unit') };
  return (evidence, field) => {
    const tags = said.all(evidence, field).map(({ source, said: values }) => ({
      ...{ field, source },
      // The tagger wrote it: a list of texts.
      values: JSON.parse(values) as readonly string[],
    }));
    into[field].run(evidence, effectiveTag(field, tags)?.value ?? null);
  };
}
