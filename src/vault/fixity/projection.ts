import type { Db } from '../../custody/database.ts';
import type { Projector } from '../../custody/projector.ts';

/** Second vaults, and what is in them. */
export const mirrorProjector: Projector = {
  tables: ['view_mirror', 'view_mirrored'],
  prepare(db: Db) {
    const added = db.prepare(
      'INSERT INTO view_mirror (seq, vault, kind, place, added) VALUES (?, ?, ?, ?, ?)',
    );
    const mirrored = db.prepare(
      `INSERT INTO view_mirrored (vault, sha256, object, bytes, retain_until, immutable, mirrored)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (vault, sha256) DO UPDATE SET retain_until = max(retain_until, excluded.retain_until)`,
    );
    const retained = db.prepare(
      'UPDATE view_mirrored SET retain_until = max(retain_until, ?) WHERE vault = ? AND sha256 = ?',
    );
    return (entry) => {
      if (entry.type === 'mirror.added') {
        const { vault, kind } = entry.data;
        added.run(entry.seq, vault, kind, entry.personal.place ?? null, entry.at);
      } else if (entry.type === 'original.mirrored') {
        const { vault, sha256, object, bytes, retainUntil, immutable } = entry.data;
        mirrored.run(vault, sha256, object, bytes, retainUntil, Number(immutable), entry.at);
      } else if (entry.type === 'mirror.retained') {
        retained.run(entry.data.retainUntil, entry.data.vault, entry.data.sha256);
      }
    };
  },
};

/** What was found damaged, and what became of it. */
export const damageProjector: Projector = {
  tables: ['view_damage'],
  prepare(db: Db) {
    const found = db.prepare(
      'INSERT INTO view_damage (seq, vault, sha256, object, kind, since) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const ended = db.prepare(
      `UPDATE view_damage SET ended = ?, because = ?, kept = ?
       WHERE vault = ? AND sha256 = ? AND ended IS NULL`,
    );
    return (entry) => {
      if (entry.type === 'original.damaged') {
        const { vault, sha256, object, kind } = entry.data;
        found.run(entry.seq, vault, sha256, object, kind, entry.at);
      } else if (entry.type === 'original.repaired') {
        const { vault, sha256, kept } = entry.data;
        ended.run(entry.at, 'repaired', kept, vault, sha256);
      } else if (entry.type === 'original.sound') {
        ended.run(entry.at, 'sound', null, entry.data.vault, entry.data.sha256);
      }
    };
  },
};

/** The daily summaries. */
export const fixityProjector: Projector = {
  tables: ['view_fixity'],
  prepare(db: Db) {
    const insert = db.prepare(
      `INSERT INTO view_fixity (seq, vault, from_at, at, checked, bytes, damaged, held, all_since)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return (entry) => {
      if (entry.type !== 'fixity.summary') return;
      const { vault, from, checked, bytes, damaged, held, allSince } = entry.data;
      insert.run(entry.seq, vault, from, entry.at, checked, bytes, damaged, held, allSince);
    };
  },
};
