import { canonicalText } from '../custody/canonical.ts';
import type { Db } from '../custody/database.ts';
import type { MadeViewingCopy } from '../custody/entry-kinds.ts';
import type { Projector } from '../custody/projector.ts';

/** What stands of the viewing copy of each original. */
export const viewingCopyProjector: Projector = {
  tables: ['view_viewing_copy'],
  prepare(db: Db) {
    const stands = db.prepare(
      `INSERT OR REPLACE INTO view_viewing_copy (original, settings, state, at, bytes, said, tail)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    return (entry) => {
      switch (entry.type) {
        case 'viewing.made': {
          const { original, settings } = entry.data;
          const said = canonicalText(entry.data);
          stands.run(original, settings, 'made', entry.at, bytesOf(entry.data), said, null);
          return;
        }
        case 'viewing.failed': {
          const { original, settings } = entry.data;
          const tail = entry.personal.tail ?? null;
          stands.run(original, settings, 'failed', entry.at, 0, canonicalText(entry.data), tail);
          return;
        }
        case 'viewing.removed': {
          const { original, settings } = entry.data;
          stands.run(original, settings, 'removed', entry.at, 0, canonicalText(entry.data), null);
          return;
        }
        default:
      }
    };
  },
};

/** What a copy takes of the store, its pictures with it. */
export function bytesOf({ bytes, pictures }: MadeViewingCopy): number {
  return pictures.reduce((sum, one) => sum + one.bytes, bytes);
}
