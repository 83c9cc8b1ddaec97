import type { Db } from '../../custody/database.ts';
import type { Projector } from '../../custody/projector.ts';

/** Which backups were made, and which of them were removed again. */
export const backupProjector: Projector = {
  tables: ['view_backup'],
  prepare(db: Db) {
    // A station that was put back to an older state may make one of the same name again.
    const made = db.prepare(
      `INSERT OR REPLACE INTO view_backup (file, seq, made, folder, size, bytes, sha256, removed)
       VALUES (?, ?, ?, ?, ?, ?, ?, NULL)`,
    );
    const removed = db.prepare('UPDATE view_backup SET removed = ? WHERE file = ?');
    return (entry) => {
      if (entry.type === 'backup.made') {
        const { file, made: when, entries, bytes, sha256 } = entry.data;
        made.run(file, entry.seq, when, entry.personal.folder ?? null, entries, bytes, sha256);
      } else if (entry.type === 'backup.removed') {
        for (const file of entry.data.files) removed.run(entry.at, file);
      }
    };
  },
};
