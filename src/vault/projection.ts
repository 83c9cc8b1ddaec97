import type { Db } from '../custody/database.ts';
import type { AnyEntry, LedgerEntry } from '../custody/entry.ts';
import type { Projector } from '../custody/projector.ts';

/** What the vault must hold. Two evidence items with equal bytes share one original. */
export const originalProjector: Projector = {
  tables: ['view_original'],
  prepare(db: Db) {
    const insert = db.prepare(
      `INSERT INTO view_original (sha256, blake3, bytes, vault, object, retain_until, immutable, stored)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (sha256) DO UPDATE SET retain_until = max(retain_until, excluded.retain_until)`,
    );
    return (entry) => {
      if (!isStored(entry)) return;
      const { sha256, blake3, bytes, vault, object, retainUntil, immutable } = entry.data;
      insert.run(sha256, blake3, bytes, vault, object, retainUntil, Number(immutable), entry.at);
    };
  },
};

/** Originals of which nobody has read the bytes back yet: a later entry that does takes them off the list. */
export const unreadProjector: Projector = {
  tables: ['view_original_unread'],
  prepare(db: Db) {
    const add = db.prepare(
      'INSERT INTO view_original_unread (sha256, stored) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    const drop = db.prepare('DELETE FROM view_original_unread WHERE sha256 = ?');
    return (entry) => {
      if (!isStored(entry)) return;
      const { sha256, readBack } = entry.data;
      if (readBack === undefined) drop.run(sha256);
      else add.run(sha256, entry.at);
    };
  },
};

function isStored(
  entry: AnyEntry,
): entry is
  | LedgerEntry<'recording.stored'>
  | LedgerEntry<'sidecar.stored'>
  | LedgerEntry<'attachment.stored'>
  | LedgerEntry<'finding.attached'> {
  return ['recording.stored', 'sidecar.stored', 'attachment.stored', 'finding.attached'].includes(entry.type);
}
