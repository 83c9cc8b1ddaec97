import type { Db } from '../../custody/database.ts';

/** A backup as the ledger knows it. */
export interface KnownBackup {
  readonly file: string;
  /** As of which moment it holds the station, RFC 3339. */
  readonly made: string;
  /** Entries in it. */
  readonly size: number;
  readonly bytes: number;
}

/** The newest backup that was made and not removed; null where there is none. */
export function newestBackup(db: Db): KnownBackup | null {
  return (
    db
      .prepare<[], KnownBackup>(
        'SELECT file, made, size, bytes FROM view_backup WHERE removed IS NULL ORDER BY made DESC LIMIT 1',
      )
      .get() ?? null
  );
}

/** Those that were written into this folder and not removed, newest first. */
export function backupsIn(db: Db, folder: string): readonly KnownBackup[] {
  return db
    .prepare<[string], KnownBackup>(
      `SELECT file, made, size, bytes FROM view_backup WHERE removed IS NULL AND folder = ? ORDER BY made DESC`,
    )
    .all(folder);
}

/** Whole hours since an instant; none where the clock was put back meanwhile. */
export function hoursSince(made: string): number {
  return Math.max(0, Math.floor(Temporal.Now.instant().since(Temporal.Instant.from(made)).total('hours')));
}
