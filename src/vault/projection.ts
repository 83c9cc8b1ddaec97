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

function isStored(
  entry: AnyEntry,
): entry is
  | LedgerEntry<'recording.stored'>
  | LedgerEntry<'sidecar.stored'>
  | LedgerEntry<'attachment.stored'>
  | LedgerEntry<'finding.attached'> {
  return ['recording.stored', 'sidecar.stored', 'attachment.stored', 'finding.attached'].includes(entry.type);
}
