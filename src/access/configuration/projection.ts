import { canonicalText } from '../../custody/canonical.ts';
import type { Db } from '../../custody/database.ts';
import type { Projector } from '../../custody/projector.ts';

export const configProjector: Projector = {
  tables: ['view_config'],
  prepare(db: Db) {
    const adopt = db.prepare(
      `INSERT INTO view_config (seq, adopted, digest, before, because, proposal, started_by, file_owner, file_written,
         keys, sensitive, waiting, file, settings, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return (entry) => {
      if (entry.type !== 'config.adopted') return;
      const { digest, before, because, proposal, startedBy, fileOwner, fileWritten, ...lists } = entry.data;
      const { file = null, settings = null, changes = null } = entry.personal;
      adopt.run(
        ...[entry.seq, entry.at, digest, before, because, proposal, startedBy, fileOwner, fileWritten],
        ...[lists.keys, lists.sensitive, lists.waiting].map((one) => canonicalText(one)),
        ...[file, settings, changes],
      );
    };
  },
};
